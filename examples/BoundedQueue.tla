---------------------------- MODULE BoundedQueue ----------------------------
(***************************************************************************)
(* A queue of bounded length between producers and consumers, guarded by a *)
(* monitor: each operation runs alone, a thread that cannot go on waits,   *)
(* and a thread that has changed the queue wakes at most one that waits.   *)
(*                                                                         *)
(* A producer that waits is woken by a consumer and the other way round,   *)
(* as if there were two conditions, "not full" and "not empty".            *)
(***************************************************************************)
EXTENDS Naturals, Sequences

CONSTANTS
  Producer,
  Consumer,
  Capacity   \* the greatest length of the queue

ASSUME Capacity > 0

Thread == Producer \cup Consumer

VARIABLES
  queue,   \* who put each item, in the order of putting
  waiting  \* the threads that wait

vars == <<queue, waiting>>

TypeOK ==
  /\ \A i \in 1..Len(queue) : queue[i] \in Producer
  /\ waiting \subseteq Thread

Bounded == Len(queue) <= Capacity

Init ==
  /\ queue = <<>>
  /\ waiting = {}

\* The threads that may be woken when one of kind should be.
Candidates(kind) == waiting \cap kind

\* Wakes a thread, if there is one to wake.
Wake(kind) ==
  IF Candidates(kind) = {}
    THEN UNCHANGED waiting
    ELSE \E thread \in Candidates(kind) : waiting' = waiting \ {thread}

\* A thread waits until it is woken, and then tries again.
Wait(thread) ==
  /\ waiting' = waiting \cup {thread}
  /\ UNCHANGED queue

Put(producer) ==
  /\ producer \notin waiting
  /\ IF Len(queue) < Capacity
       THEN /\ queue' = Append(queue, producer)
            /\ Wake(Consumer)
       ELSE Wait(producer)

Take(consumer) ==
  /\ consumer \notin waiting
  /\ IF queue # <<>>
       THEN /\ queue' = Tail(queue)
            /\ Wake(Producer)
       ELSE Wait(consumer)

Next ==
  \/ \E producer \in Producer : Put(producer)
  \/ \E consumer \in Consumer : Take(consumer)

Spec == Init /\ [][Next]_vars
=============================================================================
