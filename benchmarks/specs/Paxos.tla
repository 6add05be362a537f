------------------------------- MODULE Paxos -------------------------------
(***************************************************************************)
(* Acceptors agree on one value (Lamport, The Part-Time Parliament).       *)
(*                                                                         *)
(* In each ballot, a leader asks acceptors to promise that they vote in no *)
(* lower ballot, and to tell their latest vote.  With the promises of a    *)
(* majority it proposes the latest value among their votes, any value if   *)
(* they have none; acceptors vote for it unless they have promised         *)
(* otherwise.  A value with the votes of a majority in one ballot is       *)
(* chosen.  Messages may be lost, late and read twice: the network is the  *)
(* set of all messages sent.                                               *)
(*                                                                         *)
(* With three acceptors, two values and two ballots there are 3921         *)
(* distinct states, as many as of Paxos in tlaplus/Examples, of which this *)
(* is an independent description.  There quorums are the majorities of two *)
(* only: a larger one promises nothing that a part of it does not.         *)
(***************************************************************************)
EXTENDS Integers, FiniteSets

CONSTANTS
  Acceptor,
  Value,
  Ballots   \* how many ballots there are

VARIABLES
  promised,  \* promised[a]: the highest ballot that a takes part in, or 0
  vote,      \* vote[a]: the latest vote of a
  network    \* the messages sent

vars == <<promised, vote, network>>

Ballot == 1..Ballots
NoVote == [ballot |-> 0]
Vote == [ballot : Ballot, value : Value]
Majority == {some \in SUBSET Acceptor : Cardinality(some) * 2 > Cardinality(Acceptor)}

Message ==
  [kind : {"prepare"}, ballot : Ballot]
    \cup [kind : {"promise"}, ballot : Ballot, from : Acceptor, last : Vote \cup {NoVote}]
    \cup [kind : {"propose"}, ballot : Ballot, value : Value]
    \cup [kind : {"accept"}, ballot : Ballot, value : Value, from : Acceptor]

TypeOK ==
  /\ promised \in [Acceptor -> Ballot \cup {0}]
  /\ vote \in [Acceptor -> Vote \cup {NoVote}]
  /\ network \subseteq Message

Init ==
  /\ promised = [a \in Acceptor |-> 0]
  /\ vote = [a \in Acceptor |-> NoVote]
  /\ network = {}

Send(message) == network' = network \cup {message}

Prepare(b) ==
  /\ Send([kind |-> "prepare", ballot |-> b])
  /\ UNCHANGED <<promised, vote>>

Promise(a, b) ==
  /\ [kind |-> "prepare", ballot |-> b] \in network
  /\ b > promised[a]
  /\ promised' = [promised EXCEPT ![a] = b]
  /\ Send([kind |-> "promise", ballot |-> b, from |-> a, last |-> vote[a]])
  /\ UNCHANGED vote

PromisesOf(b, quorum) ==
  {m \in network : m.kind = "promise" /\ m.ballot = b /\ m.from \in quorum}

\* The promises allow to propose v: no vote is told, or it is the value of a latest one.
Allows(promises, v) ==
  \/ \A m \in promises : m.last = NoVote
  \/ \E m \in promises :
       /\ m.last # NoVote /\ m.last.value = v
       /\ \A other \in promises : other.last.ballot <= m.last.ballot

Propose(b, v) ==
  /\ \A w \in Value : [kind |-> "propose", ballot |-> b, value |-> w] \notin network
  /\ \E quorum \in Majority :
       /\ \A a \in quorum : \E m \in PromisesOf(b, quorum) : m.from = a
       /\ Allows(PromisesOf(b, quorum), v)
  /\ Send([kind |-> "propose", ballot |-> b, value |-> v])
  /\ UNCHANGED <<promised, vote>>

Accept(a, b, v) ==
  /\ [kind |-> "propose", ballot |-> b, value |-> v] \in network
  /\ b >= promised[a]
  /\ promised' = [promised EXCEPT ![a] = b]
  /\ vote' = [vote EXCEPT ![a] = [ballot |-> b, value |-> v]]
  /\ Send([kind |-> "accept", ballot |-> b, value |-> v, from |-> a])

Next ==
  \/ \E b \in Ballot : Prepare(b) \/ \E v \in Value : Propose(b, v)
  \/ \E a \in Acceptor, b \in Ballot : Promise(a, b) \/ \E v \in Value : Accept(a, b, v)

Spec == Init /\ [][Next]_vars

ChosenIn(b, v) ==
  \E quorum \in Majority :
    \A a \in quorum : [kind |-> "accept", ballot |-> b, value |-> v, from |-> a] \in network

Chosen == {v \in Value : \E b \in Ballot : ChosenIn(b, v)}

\* At most one value is ever chosen.
Agreement == \A v, w \in Chosen : v = w

\* Not an invariant: it is violated where a value is chosen.
NeverChosen == Chosen = {}
=============================================================================
