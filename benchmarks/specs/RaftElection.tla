---------------------------- MODULE RaftElection ----------------------------
(***************************************************************************)
(* How Raft elects its leaders (Ongaro and Ousterhout, USENIX ATC 2014,    *)
(* section 5.2), with servers whose logs are equal, so that no vote is     *)
(* refused for the sake of a log.                                          *)
(*                                                                         *)
(* A server that hears from no leader begins a new term and asks the       *)
(* others for their votes; each gives one in a term, to the first who      *)
(* asks.  A majority of votes makes a leader.  Who meets a higher term     *)
(* than its own steps down and goes on in that term.  A server may restart *)
(* and keeps only its term and its vote.  Messages may be lost, late and   *)
(* read twice: the network is the set of all messages sent.                *)
(***************************************************************************)
EXTENDS Naturals, FiniteSets

CONSTANTS
  Server,
  Terms    \* the last term that a server begins

VARIABLES
  term,     \* term[s]: the term of s
  role,     \* role[s]: what s is in its term
  choice,   \* choice[s]: for whom s has voted in its term: a set of at most one
  votes,    \* votes[s]: whose votes s knows to have in its term
  network   \* the messages sent

vars == <<term, role, choice, votes, network>>

Term == 0..Terms
Message ==
  [kind : {"request"}, term : Term, from : Server]
    \cup [kind : {"vote"}, term : Term, from : Server, to : Server]
    \cup [kind : {"leader"}, term : Term, from : Server]

TypeOK ==
  /\ term \in [Server -> Term]
  /\ role \in [Server -> {"follower", "candidate", "leader"}]
  /\ choice \in [Server -> SUBSET Server]
  /\ votes \in [Server -> SUBSET Server]
  /\ network \subseteq Message

Init ==
  /\ term = [s \in Server |-> 0]
  /\ role = [s \in Server |-> "follower"]
  /\ choice = [s \in Server |-> {}]
  /\ votes = [s \in Server |-> {}]
  /\ network = {}

Send(message) == network' = network \cup {message}

\* s begins a term with a vote for itself.
Stand(s) ==
  /\ role[s] # "leader"
  /\ term[s] < Terms
  /\ term' = [term EXCEPT ![s] = @ + 1]
  /\ role' = [role EXCEPT ![s] = "candidate"]
  /\ choice' = [choice EXCEPT ![s] = {s}]
  /\ votes' = [votes EXCEPT ![s] = {s}]
  /\ Send([kind |-> "request", term |-> term[s] + 1, from |-> s])

\* s meets a message of a higher term.
StepDown(s, message) ==
  /\ message.term > term[s]
  /\ term' = [term EXCEPT ![s] = message.term]
  /\ role' = [role EXCEPT ![s] = "follower"]
  /\ choice' = [choice EXCEPT ![s] = {}]
  /\ votes' = [votes EXCEPT ![s] = {}]
  /\ UNCHANGED network

GiveVote(s, candidate) ==
  /\ [kind |-> "request", term |-> term[s], from |-> candidate] \in network
  /\ choice[s] \subseteq {candidate}
  /\ role[s] = "follower"
  /\ choice' = [choice EXCEPT ![s] = {candidate}]
  /\ Send([kind |-> "vote", term |-> term[s], from |-> s, to |-> candidate])
  /\ UNCHANGED <<term, role, votes>>

CountVote(s, voter) ==
  /\ role[s] = "candidate"
  /\ [kind |-> "vote", term |-> term[s], from |-> voter, to |-> s] \in network
  /\ votes' = [votes EXCEPT ![s] = @ \cup {voter}]
  /\ UNCHANGED <<term, role, choice, network>>

\* A majority has voted for s, and it tells the others.
Lead(s) ==
  /\ role[s] = "candidate"
  /\ Cardinality(votes[s]) * 2 > Cardinality(Server)
  /\ role' = [role EXCEPT ![s] = "leader"]
  /\ Send([kind |-> "leader", term |-> term[s], from |-> s])
  /\ UNCHANGED <<term, choice, votes>>

\* A candidate hears that its term has a leader.
Yield(s, leader) ==
  /\ role[s] = "candidate"
  /\ [kind |-> "leader", term |-> term[s], from |-> leader] \in network
  /\ role' = [role EXCEPT ![s] = "follower"]
  /\ votes' = [votes EXCEPT ![s] = {}]
  /\ UNCHANGED <<term, choice, network>>

Restart(s) ==
  /\ role' = [role EXCEPT ![s] = "follower"]
  /\ votes' = [votes EXCEPT ![s] = {}]
  /\ UNCHANGED <<term, choice, network>>

Next ==
  \E s \in Server :
    \/ Stand(s) \/ Lead(s) \/ Restart(s)
    \/ \E message \in network : StepDown(s, message)
    \/ \E other \in Server \ {s} :
         GiveVote(s, other) \/ CountVote(s, other) \/ Yield(s, other)

Spec == Init /\ [][Next]_vars

\* No term has two leaders, whether or not they still lead.
OneLeader ==
  \A m, n \in network :
    m.kind = "leader" /\ n.kind = "leader" /\ m.term = n.term => m.from = n.from

\* Not an invariant: it is violated where a server leads.
NeverLed == \A s \in Server : role[s] # "leader"
=============================================================================
