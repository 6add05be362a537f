--------------------------- MODULE LeaderElection ---------------------------
(***************************************************************************)
(* Nodes elect a leader for each term by majority.                         *)
(*                                                                         *)
(* A node that misses its leader begins a new term and asks for votes.  A  *)
(* node votes at most once in a term.  Two majorities have a node in       *)
(* common, so a term has at most one leader.                               *)
(*                                                                         *)
(* Messages may be delayed, reordered, delivered twice, and lost: the      *)
(* network is the set of all messages sent, and nobody has to read one.  A *)
(* node may crash; it keeps what is on its disk, its term and its vote.    *)
(***************************************************************************)
EXTENDS Naturals, FiniteSets

CONSTANTS
  Node,     \* the nodes
  Nobody,   \* no node
  MaxTerm   \* the last term

VARIABLES
  term,      \* the term each node is in; on disk
  vote,      \* whom each node has voted for in that term; on disk
  role,      \* what each node does
  ballots,   \* the votes that each candidate has received
  messages,  \* the messages sent
  elected    \* who became a leader, and in which term: a history

vars == <<term, vote, role, ballots, messages, elected>>

Term == 1..MaxTerm

Majority == {q \in SUBSET Node : 2 * Cardinality(q) > Cardinality(Node)}

Message ==
  [type : {"ask"}, term : Term, from : Node]
    \cup [type : {"vote"}, term : Term, from : Node, to : Node]

TypeOK ==
  /\ term \in [Node -> 0..MaxTerm]
  /\ vote \in [Node -> Node \cup {Nobody}]
  /\ role \in [Node -> {"follower", "candidate", "leader"}]
  /\ ballots \in [Node -> SUBSET Node]
  /\ messages \subseteq Message
  /\ elected \subseteq [term : Term, node : Node]

Init ==
  /\ term = [n \in Node |-> 0]
  /\ vote = [n \in Node |-> Nobody]
  /\ role = [n \in Node |-> "follower"]
  /\ ballots = [n \in Node |-> {}]
  /\ messages = {}
  /\ elected = {}

Send(m) == messages' = messages \cup {m}

\* A node begins a new term, votes for itself, and asks the others.
Stand(n) ==
  /\ role[n] # "leader"
  /\ term[n] < MaxTerm
  /\ term' = [term EXCEPT ![n] = @ + 1]
  /\ vote' = [vote EXCEPT ![n] = n]
  /\ role' = [role EXCEPT ![n] = "candidate"]
  /\ ballots' = [ballots EXCEPT ![n] = {n}]
  /\ Send([type |-> "ask", term |-> term[n] + 1, from |-> n])
  /\ UNCHANGED elected

\* A node votes for a candidate: in a later term than its own, or in its own if it has not voted.
Grant(n, candidate) ==
  \E m \in messages :
    /\ m.type = "ask"
    /\ m.from = candidate
    /\ n # candidate
    /\ \/ m.term > term[n]
       \/ m.term = term[n] /\ vote[n] = Nobody
    /\ term' = [term EXCEPT ![n] = m.term]
    /\ vote' = [vote EXCEPT ![n] = candidate]
    /\ role' = [role EXCEPT ![n] = "follower"]
    /\ ballots' = [ballots EXCEPT ![n] = {}]
    /\ Send([type |-> "vote", term |-> m.term, from |-> n, to |-> candidate])
    /\ UNCHANGED elected

\* A candidate receives a vote.
Count(n, voter) ==
  /\ role[n] = "candidate"
  /\ [type |-> "vote", term |-> term[n], from |-> voter, to |-> n] \in messages
  /\ ballots' = [ballots EXCEPT ![n] = @ \cup {voter}]
  /\ UNCHANGED <<term, vote, role, messages, elected>>

\* A candidate with a majority becomes the leader.
Lead(n) ==
  /\ role[n] = "candidate"
  /\ ballots[n] \in Majority
  /\ role' = [role EXCEPT ![n] = "leader"]
  /\ elected' = elected \cup {[term |-> term[n], node |-> n]}
  /\ UNCHANGED <<term, vote, ballots, messages>>

\* A node crashes and starts again, from what is on its disk.
Crash(n) ==
  /\ role' = [role EXCEPT ![n] = "follower"]
  /\ ballots' = [ballots EXCEPT ![n] = {}]
  /\ UNCHANGED <<term, vote, messages, elected>>

Next ==
  \E n \in Node :
    \/ Stand(n)
    \/ Lead(n)
    \/ Crash(n)
    \/ \E other \in Node : Grant(n, other) \/ Count(n, other)

Spec == Init /\ [][Next]_vars

\* No term has two leaders.
OneLeaderPerTerm ==
  \A e, f \in elected : e.term = f.term => e.node = f.node
=============================================================================
