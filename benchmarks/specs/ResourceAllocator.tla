------------------------- MODULE ResourceAllocator -------------------------
(***************************************************************************)
(* Clients ask for sets of resources, get them piece by piece, and give    *)
(* them back when and as they like.  A client may ask again once it has    *)
(* got all that it asked for and given all of it back.                     *)
(*                                                                         *)
(* With three clients and two resources there are 400 distinct states, as  *)
(* many as published for SimpleAllocator in tlaplus/Examples.  Also by     *)
(* arithmetic: a client that wants S and holds T, disjoint, leaves, for    *)
(* each resource, who holds it (nobody or one of n) and who of the others  *)
(* wants it: 2^n + n * 2^(n-1) ways for n clients, 8 + 3 * 4 = 20 for      *)
(* three; the two resources are independent: 20 * 20 = 400.                *)
(***************************************************************************)
CONSTANTS Client, Resource

VARIABLES
  wanted,  \* wanted[c]: what c has asked for and not got
  held     \* held[c]: what c has

vars == <<wanted, held>>

TypeOK ==
  /\ wanted \in [Client -> SUBSET Resource]
  /\ held \in [Client -> SUBSET Resource]

Init ==
  /\ wanted = [c \in Client |-> {}]
  /\ held = [c \in Client |-> {}]

Free == {r \in Resource : \A c \in Client : r \notin held[c]}

Ask(c, some) ==
  /\ wanted[c] = {} /\ held[c] = {}
  /\ wanted' = [wanted EXCEPT ![c] = some]
  /\ UNCHANGED held

Assign(c, some) ==
  /\ some \subseteq Free \cap wanted[c]
  /\ held' = [held EXCEPT ![c] = @ \cup some]
  /\ wanted' = [wanted EXCEPT ![c] = @ \ some]

GiveBack(c, some) ==
  /\ some \subseteq held[c]
  /\ held' = [held EXCEPT ![c] = @ \ some]
  /\ UNCHANGED wanted

Next ==
  \E c \in Client : \E some \in SUBSET Resource :
    /\ some # {}
    /\ Ask(c, some) \/ Assign(c, some) \/ GiveBack(c, some)

Spec == Init /\ [][Next]_vars

\* No resource is held twice.
Exclusive == \A c, d \in Client : c # d => held[c] \cap held[d] = {}
=============================================================================
