---------------------------- MODULE LockService ----------------------------
(***************************************************************************)
(* A server gives a lock to one client at a time.                          *)
(*                                                                         *)
(* Requests and grants arrive once; a release may arrive late, and more    *)
(* than once, for it is sent again until it is acknowledged.  So a release *)
(* carries the session that it ends, a number that the server gives out    *)
(* with the lock, and the server ignores what is not of the open session.  *)
(***************************************************************************)
EXTENDS Naturals

CONSTANTS
  Client,
  Nobody,    \* no client
  Sessions   \* how often the lock is given

VARIABLES
  asking,    \* the clients whose requests are on their way or wait
  holder,    \* to whom the lock is given, or Nobody
  session,   \* the number of the last session
  grants,    \* the grants on their way
  inside,    \* inside[c]: the session that c works in, or 0
  releases   \* the releases ever sent

vars == <<asking, holder, session, grants, inside, releases>>

Ticket == [client : Client, session : 1..Sessions]

TypeOK ==
  /\ asking \subseteq Client
  /\ holder \in Client \cup {Nobody}
  /\ session \in 0..Sessions
  /\ grants \subseteq Ticket
  /\ inside \in [Client -> 0..Sessions]
  /\ releases \subseteq Ticket

Init ==
  /\ asking = {}
  /\ holder = Nobody
  /\ session = 0
  /\ grants = {}
  /\ inside = [c \in Client |-> 0]
  /\ releases = {}

Ask(c) ==
  /\ c \notin asking /\ inside[c] = 0
  /\ \A grant \in grants : grant.client # c
  /\ asking' = asking \cup {c}
  /\ UNCHANGED <<holder, session, grants, inside, releases>>

Grant(c) ==
  /\ holder = Nobody
  /\ c \in asking
  /\ session < Sessions
  /\ holder' = c
  /\ session' = session + 1
  /\ asking' = asking \ {c}
  /\ grants' = grants \cup {[client |-> c, session |-> session + 1]}
  /\ UNCHANGED <<inside, releases>>

Enter(c) ==
  \E grant \in grants :
    /\ grant.client = c
    /\ inside' = [inside EXCEPT ![c] = grant.session]
    /\ grants' = grants \ {grant}
    /\ UNCHANGED <<asking, holder, session, releases>>

Exit(c) ==
  /\ inside[c] # 0
  /\ releases' = releases \cup {[client |-> c, session |-> inside[c]]}
  /\ inside' = [inside EXCEPT ![c] = 0]
  /\ UNCHANGED <<asking, holder, session, grants>>

\* The release is of the open session.
Ends(release) == release.client = holder /\ release.session = session

Release(c) ==
  \E release \in releases :
    /\ release.client = c
    /\ Ends(release)
    /\ holder' = Nobody
    /\ UNCHANGED <<asking, session, grants, inside, releases>>

Next == \E c \in Client : Ask(c) \/ Grant(c) \/ Enter(c) \/ Exit(c) \/ Release(c)

Spec == Init /\ [][Next]_vars

OneInside == \A c, d \in Client : inside[c] # 0 /\ inside[d] # 0 => c = d
=============================================================================
