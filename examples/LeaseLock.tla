------------------------------ MODULE LeaseLock ------------------------------
(***************************************************************************)
(* A lock service that hands out leases, and a storage that the lock       *)
(* protects.                                                               *)
(*                                                                         *)
(* A lease runs out without its holder noticing: the holder may be paused, *)
(* or its clock may be slow.  So two clients can believe at one time that  *)
(* they hold the lock, and the lock alone protects nothing.  What protects *)
(* the storage is that each lease carries a token, larger than all before, *)
(* and that the storage refuses a token smaller than one it has seen.      *)
(***************************************************************************)
EXTENDS Naturals, Sequences

CONSTANTS
  Client,     \* the clients
  NoClient,   \* no client
  MaxToken,   \* how many leases are handed out
  MaxWrites   \* how many writes are made

VARIABLES
  owner,   \* whom the service takes for the owner
  token,   \* the token handed out last; 0 before the first
  lease,   \* the token that each client believes to be valid; 0: none
  fence,   \* the greatest token that the storage has seen
  writes   \* the tokens of the writes that the storage has accepted, in order

vars == <<owner, token, lease, fence, writes>>

TypeOK ==
  /\ owner \in Client \cup {NoClient}
  /\ token \in 0..MaxToken
  /\ lease \in [Client -> 0..MaxToken]
  /\ fence \in 0..MaxToken
  /\ Len(writes) <= MaxWrites
  /\ \A i \in 1..Len(writes) : writes[i] \in 1..MaxToken

Init ==
  /\ owner = NoClient
  /\ token = 0
  /\ lease = [c \in Client |-> 0]
  /\ fence = 0
  /\ writes = <<>>

\* The service hands out a lease, with the next token.
Acquire(c) ==
  /\ owner = NoClient
  /\ token < MaxToken
  /\ owner' = c
  /\ token' = token + 1
  /\ lease' = [lease EXCEPT ![c] = token + 1]
  /\ UNCHANGED <<fence, writes>>

\* The lease runs out at the service.  The client that holds it is not told.
Expire ==
  /\ owner # NoClient
  /\ owner' = NoClient
  /\ UNCHANGED <<token, lease, fence, writes>>

\* A client gives the lock back; the service ignores this if the lease has run out.
Release(c) ==
  /\ lease[c] # 0
  /\ owner' = IF owner = c /\ lease[c] = token THEN NoClient ELSE owner
  /\ lease' = [lease EXCEPT ![c] = 0]
  /\ UNCHANGED <<token, fence, writes>>

\* Whether the storage lets a write with token t pass.
Accepts(t) == t >= fence

\* A client that believes to hold the lock writes.
Write(c) ==
  /\ lease[c] # 0
  /\ Len(writes) < MaxWrites
  /\ Accepts(lease[c])
  /\ writes' = Append(writes, lease[c])
  /\ fence' = lease[c]
  /\ UNCHANGED <<owner, token, lease>>

\* The storage refuses a write, and so tells the client that its lease has run out.
Refused(c) ==
  /\ lease[c] # 0
  /\ ~ Accepts(lease[c])
  /\ lease' = [lease EXCEPT ![c] = 0]
  /\ UNCHANGED <<owner, token, fence, writes>>

Next ==
  \/ Expire
  \/ \E c \in Client : Acquire(c) \/ Release(c) \/ Write(c) \/ Refused(c)

Spec == Init /\ [][Next]_vars

\* A holder never writes after a later holder has written.
NoStaleWrite ==
  \A i, j \in 1..Len(writes) : i < j => writes[i] <= writes[j]

\* Not an invariant, which is why the token is needed.
OneBelieves ==
  \A c, d \in Client : lease[c] # 0 /\ lease[d] # 0 => c = d
=============================================================================
