----------------------------- MODULE TicketLock -----------------------------
(* A ticket lock: who wants to enter takes the next ticket, and waits until  *)
(* it is served. Tickets are never used again, so that the counters grow     *)
(* without bound.                                                            *)
EXTENDS Integers

CONSTANT Proc

VARIABLES next, serving, ticket, pc

TypeOK ==
  /\ next \in Nat
  /\ serving \in Nat
  /\ ticket \in [Proc -> Nat]
  /\ pc \in [Proc -> {"idle", "wait", "critical"}]

Init ==
  /\ next = 0
  /\ serving = 0
  /\ ticket = [p \in Proc |-> 0]
  /\ pc = [p \in Proc |-> "idle"]

Take(p) ==
  /\ pc[p] = "idle"
  /\ ticket' = [ticket EXCEPT ![p] = next]
  /\ next' = next + 1
  /\ pc' = [pc EXCEPT ![p] = "wait"]
  /\ UNCHANGED serving

Enter(p) ==
  /\ pc[p] = "wait"
  /\ ticket[p] = serving
  /\ pc' = [pc EXCEPT ![p] = "critical"]
  /\ UNCHANGED <<next, serving, ticket>>

Leave(p) ==
  /\ pc[p] = "critical"
  /\ serving' = serving + 1
  /\ pc' = [pc EXCEPT ![p] = "idle"]
  /\ UNCHANGED <<next, ticket>>

Next == \E p \in Proc : Take(p) \/ Enter(p) \/ Leave(p)

Spec == Init /\ [][Next]_<<next, serving, ticket, pc>>

Mutex == \A p, q \in Proc : pc[p] = "critical" /\ pc[q] = "critical" => p = q

(* Whoever is not idle holds a ticket that was given out and is not yet over. *)
Tickets ==
  \A p \in Proc : pc[p] # "idle" => serving <= ticket[p] /\ ticket[p] < next

Order == serving <= next

Unique ==
  \A p, q \in Proc :
    pc[p] # "idle" /\ pc[q] # "idle" /\ ticket[p] = ticket[q] => p = q

Served == \A p \in Proc : pc[p] = "critical" => ticket[p] = serving

Ind == TypeOK /\ Order /\ Tickets /\ Unique /\ Served
=============================================================================
