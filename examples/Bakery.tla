------------------------------- MODULE Bakery -------------------------------
(* Lamport's bakery algorithm, where a process reads the numbers of the      *)
(* others one by one, and numbers grow without bound.                        *)
EXTENDS Integers

CONSTANT N

Proc == 1..N

VARIABLES number, pc, unread, most

vars == <<number, pc, unread, most>>

TypeOK ==
  /\ number \in [Proc -> Nat]
  /\ pc \in [Proc -> {"idle", "choosing", "waiting", "critical"}]
  /\ unread \in [Proc -> SUBSET Proc]
  /\ most \in [Proc -> Nat]

Init ==
  /\ number = [p \in Proc |-> 0]
  /\ pc = [p \in Proc |-> "idle"]
  /\ unread = [p \in Proc |-> {}]
  /\ most = [p \in Proc |-> 0]

(* The order in which processes enter. *)
Before(p, q) ==
  \/ number[p] < number[q]
  \/ number[p] = number[q] /\ p < q

Arrive(p) ==
  /\ pc[p] = "idle"
  /\ pc' = [pc EXCEPT ![p] = "choosing"]
  /\ unread' = [unread EXCEPT ![p] = Proc \ {p}]
  /\ most' = [most EXCEPT ![p] = 0]
  /\ UNCHANGED number

Read(p, q) ==
  /\ pc[p] = "choosing"
  /\ q \in unread[p]
  /\ most' = [most EXCEPT ![p] = IF number[q] > @ THEN number[q] ELSE @]
  /\ unread' = [unread EXCEPT ![p] = @ \ {q}]
  /\ UNCHANGED <<number, pc>>

Choose(p) ==
  /\ pc[p] = "choosing"
  /\ unread[p] = {}
  /\ number' = [number EXCEPT ![p] = most[p] + 1]
  /\ pc' = [pc EXCEPT ![p] = "waiting"]
  /\ unread' = [unread EXCEPT ![p] = Proc \ {p}]
  /\ UNCHANGED most

(* The other is not choosing, and does not come before. *)
Pass(p, q) ==
  /\ pc[p] = "waiting"
  /\ q \in unread[p]
  /\ pc[q] # "choosing"
  /\ number[q] = 0 \/ Before(p, q)
  /\ unread' = [unread EXCEPT ![p] = @ \ {q}]
  /\ UNCHANGED <<number, pc, most>>

Enter(p) ==
  /\ pc[p] = "waiting"
  /\ unread[p] = {}
  /\ pc' = [pc EXCEPT ![p] = "critical"]
  /\ UNCHANGED <<number, unread, most>>

Leave(p) ==
  /\ pc[p] = "critical"
  /\ pc' = [pc EXCEPT ![p] = "idle"]
  /\ number' = [number EXCEPT ![p] = 0]
  /\ UNCHANGED <<unread, most>>

Next ==
  \E p \in Proc :
    \/ Arrive(p) \/ Choose(p) \/ Enter(p) \/ Leave(p)
    \/ \E q \in Proc : Read(p, q) \/ Pass(p, q)

Spec == Init /\ [][Next]_vars

Mutex == \A p, q \in Proc : pc[p] = "critical" /\ pc[q] = "critical" => p = q

Numbers ==
  \A p \in Proc :
    /\ pc[p] \in {"idle", "choosing"} <=> number[p] = 0
    /\ pc[p] = "critical" => unread[p] = {}
    /\ p \notin unread[p]

(* p comes before q for good: q has its number after p, or will have read    *)
(* the number of p when it chooses.                                          *)
Ahead(p, q) ==
  \/ number[q] = 0 /\ pc[q] = "idle"
  \/ pc[q] = "choosing" /\ (p \in unread[q] \/ most[q] >= number[p])
  \/ pc[q] \in {"waiting", "critical"} /\ Before(p, q) /\ (pc[q] = "waiting" => p \in unread[q])

Passed ==
  \A p, q \in Proc :
    pc[p] \in {"waiting", "critical"} /\ q \notin unread[p] /\ p # q => Ahead(p, q)

Ind == TypeOK /\ Numbers /\ Passed
=============================================================================
