--------------------------- MODULE TimestampMutex ---------------------------
(***************************************************************************)
(* Mutual exclusion by timestamps, after Lamport (CACM 21(7), 1978).       *)
(*                                                                         *)
(* A process that wants to enter tells all others, with the time of its    *)
(* clock, and enters when all have granted and no older request is known   *)
(* to it; names settle ties.  Channels deliver in the order of sending.    *)
(* Clocks move when a request arrives, and only then.                      *)
(*                                                                         *)
(* With three processes and clocks up to 6 there are 724274 distinct       *)
(* states, as many as published for LamportMutex in tlaplus/Examples,      *)
(* which describes the same algorithm.                                     *)
(***************************************************************************)
EXTENDS Naturals, Sequences

CONSTANTS
  Processes,  \* how many processes there are
  MaxTime     \* for visiting the states one by one: where clocks stop

VARIABLES
  time,     \* time[p]: the clock of p
  asked,    \* asked[p][q]: the time of q's open request as p knows it, or 0
  granted,  \* granted[p]: who has granted the open request of p
  channel,  \* channel[p][q]: what is on its way from p to q, the oldest first
  inside    \* who is in the critical section

vars == <<time, asked, granted, channel, inside>>

Process == 1..Processes
Others(p) == Process \ {p}
Time == Nat \ {0}

Ask(t) == [kind |-> "ask", time |-> t]
Grant == [kind |-> "grant"]
Leave == [kind |-> "leave"]
Message == {Ask(t) : t \in 1..(MaxTime + 1)} \cup {Grant, Leave}

TypeOK ==
  /\ time \in [Process -> Time]
  /\ asked \in [Process -> [Process -> Nat]]
  /\ granted \in [Process -> SUBSET Process]
  /\ channel \in [Process -> [Process -> Seq(Message)]]
  /\ inside \subseteq Process

Init ==
  /\ time = [p \in Process |-> 1]
  /\ asked = [p \in Process |-> [q \in Process |-> 0]]
  /\ granted = [p \in Process |-> {}]
  /\ channel = [p \in Process |-> [q \in Process |-> <<>>]]
  /\ inside = {}

\* The channels out of p after it has told all others.
ToOthers(p, message) ==
  [q \in Process |-> IF q = p THEN channel[p][q] ELSE Append(channel[p][q], message)]

\* As far as p knows, its request comes before that of q.
Precedes(p, q) ==
  \/ asked[p][q] = 0
  \/ asked[p][p] < asked[p][q]
  \/ asked[p][p] = asked[p][q] /\ p < q

\* The oldest message from q to p is of this kind, and p takes it.
Arrives(q, p, kind) == channel[q][p] # <<>> /\ Head(channel[q][p]).kind = kind

Request(p) ==
  /\ asked[p][p] = 0
  /\ asked' = [asked EXCEPT ![p][p] = time[p]]
  /\ granted' = [granted EXCEPT ![p] = {p}]
  /\ channel' = [channel EXCEPT ![p] = ToOthers(p, Ask(time[p]))]
  /\ UNCHANGED <<time, inside>>

AnswerRequest(p, q) ==
  /\ Arrives(q, p, "ask")
  /\ LET sent == Head(channel[q][p]).time IN
       /\ asked' = [asked EXCEPT ![p][q] = sent]
       /\ time' = [time EXCEPT ![p] = (IF sent > @ THEN sent ELSE @) + 1]
  /\ channel' = [channel EXCEPT ![q][p] = Tail(@), ![p][q] = Append(@, Grant)]
  /\ UNCHANGED <<granted, inside>>

ReceiveGrant(p, q) ==
  /\ Arrives(q, p, "grant")
  /\ granted' = [granted EXCEPT ![p] = @ \cup {q}]
  /\ channel' = [channel EXCEPT ![q][p] = Tail(@)]
  /\ UNCHANGED <<time, asked, inside>>

ReceiveLeave(p, q) ==
  /\ Arrives(q, p, "leave")
  /\ asked' = [asked EXCEPT ![p][q] = 0]
  /\ channel' = [channel EXCEPT ![q][p] = Tail(@)]
  /\ UNCHANGED <<time, granted, inside>>

Enter(p) ==
  /\ p \notin inside
  /\ granted[p] = Process
  /\ \A q \in Others(p) : Precedes(p, q)
  /\ inside' = inside \cup {p}
  /\ UNCHANGED <<time, asked, granted, channel>>

Exit(p) ==
  /\ p \in inside
  /\ inside' = inside \ {p}
  /\ asked' = [asked EXCEPT ![p][p] = 0]
  /\ granted' = [granted EXCEPT ![p] = {}]
  /\ channel' = [channel EXCEPT ![p] = ToOthers(p, Leave)]
  /\ UNCHANGED time

Next ==
  \E p \in Process :
    \/ Request(p) \/ Enter(p) \/ Exit(p)
    \/ \E q \in Others(p) :
         AnswerRequest(p, q) \/ ReceiveGrant(p, q) \/ ReceiveLeave(p, q)

Spec == Init /\ [][Next]_vars

Exclusion == \A p, q \in inside : p = q

\* At most one message of each kind is on its way from one process to another.
ShortChannels == \A p, q \in Process : Len(channel[p][q]) <= 3

\* For visiting the states one by one.
ClocksStop == \A p \in Process : time[p] <= MaxTime
=============================================================================
