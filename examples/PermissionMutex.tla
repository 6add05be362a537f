--------------------------- MODULE PermissionMutex ---------------------------
(***************************************************************************)
(* Mutual exclusion without a server: a process that wants the resource    *)
(* asks all others and enters when all have given permission (the          *)
(* algorithm of Ricart and Agrawala, 1981), over first-in-first-out        *)
(* channels.                                                               *)
(*                                                                         *)
(* A request carries the time of the logical clock of its process.  Of two *)
(* processes that want the resource, the one with the earlier request goes *)
(* first, and defers its permission to the other; requests of the same     *)
(* time are ordered by the numbers of their processes.                     *)
(***************************************************************************)
EXTENDS Naturals, Sequences

CONSTANTS
  N,        \* the number of processes
  MaxClock  \* the latest time of a request

Process == 1..N
Others(p) == Process \ {p}

VARIABLES
  clock,    \* the logical clock of each process
  status,   \* what each process does
  stamp,    \* the time of the last request of each process
  granted,  \* the permissions that each process has for its request
  deferred, \* the processes that wait for a permission of each process
  channel   \* channel[p][q] holds the messages on their way from p to q

vars == <<clock, status, stamp, granted, deferred, channel>>

Time == 0..MaxClock

Message == [type : {"request"}, time : Time] \cup [type : {"permit"}]

TypeOK ==
  /\ clock \in [Process -> Time]
  /\ status \in [Process -> {"idle", "waiting", "inside"}]
  /\ stamp \in [Process -> Time]
  /\ granted \in [Process -> SUBSET Process]
  /\ deferred \in [Process -> SUBSET Process]
  /\ \A p, q \in Process :
       \A i \in 1..Len(channel[p][q]) : channel[p][q][i] \in Message

Init ==
  /\ clock = [p \in Process |-> 0]
  /\ status = [p \in Process |-> "idle"]
  /\ stamp = [p \in Process |-> 0]
  /\ granted = [p \in Process |-> {}]
  /\ deferred = [p \in Process |-> {}]
  /\ channel = [p \in Process |-> [q \in Process |-> <<>>]]

\* The channels after p has sent m to the processes in receivers.
Sent(p, receivers, m) ==
  [channel EXCEPT ![p] =
    [q \in Process |-> IF q \in receivers THEN Append(@[q], m) ELSE @[q]]]

\* A process asks all others.
Request(p) ==
  /\ status[p] = "idle"
  /\ clock[p] < MaxClock
  /\ status' = [status EXCEPT ![p] = "waiting"]
  /\ clock' = [clock EXCEPT ![p] = @ + 1]
  /\ stamp' = [stamp EXCEPT ![p] = clock[p] + 1]
  /\ granted' = [granted EXCEPT ![p] = {}]
  /\ channel' = Sent(p, Others(p), [type |-> "request", time |-> clock[p] + 1])
  /\ UNCHANGED deferred

\* Whether a request of p at time s goes before a request of q at time t.
Before(s, p, t, q) == s < t \/ (s = t /\ p < q)

\* p keeps back its permission for a request of q at time t.
Defers(p, q, t) ==
  \/ status[p] = "inside"
  \/ status[p] = "waiting" /\ Before(stamp[p], p, t, q)

\* p takes a request of q from their channel: gives permission, or defers it.
ReceiveRequest(p, q) ==
  /\ channel[q][p] # <<>>
  /\ LET m == Head(channel[q][p])
         rest == [channel EXCEPT ![q][p] = Tail(@)]
     IN
     /\ m.type = "request"
     /\ clock' = [clock EXCEPT ![p] = IF m.time > @ THEN m.time ELSE @]
     /\ IF Defers(p, q, m.time)
          THEN /\ deferred' = [deferred EXCEPT ![p] = @ \cup {q}]
               /\ channel' = rest
          ELSE /\ channel' = [rest EXCEPT ![p][q] = Append(@, [type |-> "permit"])]
               /\ UNCHANGED deferred
  /\ UNCHANGED <<status, stamp, granted>>

\* p takes a permission of q from their channel.
ReceivePermit(p, q) ==
  /\ channel[q][p] # <<>>
  /\ Head(channel[q][p]).type = "permit"
  /\ granted' = [granted EXCEPT ![p] = @ \cup {q}]
  /\ channel' = [channel EXCEPT ![q][p] = Tail(@)]
  /\ UNCHANGED <<clock, status, stamp, deferred>>

Enter(p) ==
  /\ status[p] = "waiting"
  /\ granted[p] = Others(p)
  /\ status' = [status EXCEPT ![p] = "inside"]
  /\ UNCHANGED <<clock, stamp, granted, deferred, channel>>

\* A process leaves, and gives the permissions that it has deferred.
Leave(p) ==
  /\ status[p] = "inside"
  /\ status' = [status EXCEPT ![p] = "idle"]
  /\ channel' = Sent(p, deferred[p], [type |-> "permit"])
  /\ deferred' = [deferred EXCEPT ![p] = {}]
  /\ UNCHANGED <<clock, stamp, granted>>

Next ==
  \E p \in Process :
    \/ Request(p)
    \/ Enter(p)
    \/ Leave(p)
    \/ \E q \in Others(p) : ReceiveRequest(p, q) \/ ReceivePermit(p, q)

Spec == Init /\ [][Next]_vars

MutualExclusion ==
  \A p, q \in Process : status[p] = "inside" /\ status[q] = "inside" => p = q
=============================================================================
