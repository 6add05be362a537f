---------------------------- MODULE ShardHandoff ----------------------------
(***************************************************************************)
(* Servers share the shards of a store, and hand them to each other.       *)
(*                                                                         *)
(* Who offers a shard no longer serves it, and waits for the answer: the   *)
(* other takes the shard, or it refuses, and the first serves it again.    *)
(* Messages arrive, sooner or later, and once; a server that waits counts  *)
(* the time-outs, for its operators.                                       *)
(***************************************************************************)
EXTENDS Naturals

CONSTANTS
  Server,
  Shard,
  Patience  \* how many time-outs are counted

VARIABLES
  serves,   \* serves[s]: the shards that s serves
  waits,    \* waits[s]: the shards that s has offered
  late,     \* late[x]: the time-outs since shard x was offered
  offers,   \* the offers on their way
  answers   \* the answers on their way

vars == <<serves, waits, late, offers, answers>>

Offers == [shard : Shard, from : Server, to : Server]
Answers == [shard : Shard, to : Server, taken : BOOLEAN]

TypeOK ==
  /\ serves \in [Server -> SUBSET Shard]
  /\ waits \in [Server -> SUBSET Shard]
  /\ late \in [Shard -> 0..Patience]
  /\ offers \subseteq Offers
  /\ answers \subseteq Answers

\* Any server may serve a shard in the beginning.
Init ==
  /\ \E place \in [Shard -> Server] :
       serves = [s \in Server |-> {x \in Shard : place[x] = s}]
  /\ waits = [s \in Server |-> {}]
  /\ late = [x \in Shard |-> 0]
  /\ offers = {}
  /\ answers = {}

Offer(s, t, x) ==
  /\ x \in serves[s]
  /\ serves' = [serves EXCEPT ![s] = @ \ {x}]
  /\ waits' = [waits EXCEPT ![s] = @ \cup {x}]
  /\ late' = [late EXCEPT ![x] = 0]
  /\ offers' = offers \cup {[shard |-> x, from |-> s, to |-> t]}
  /\ UNCHANGED answers

Take(s, t, x) ==
  LET offer == [shard |-> x, from |-> s, to |-> t] IN
  /\ offer \in offers
  /\ offers' = offers \ {offer}
  /\ serves' = [serves EXCEPT ![t] = @ \cup {x}]
  /\ answers' = answers \cup {[shard |-> x, to |-> s, taken |-> TRUE]}
  /\ UNCHANGED <<waits, late>>

Refuse(s, t, x) ==
  LET offer == [shard |-> x, from |-> s, to |-> t] IN
  /\ offer \in offers
  /\ offers' = offers \ {offer}
  /\ answers' = answers \cup {[shard |-> x, to |-> s, taken |-> FALSE]}
  /\ UNCHANGED <<serves, waits, late>>

Learn(s, x, taken) ==
  LET answer == [shard |-> x, to |-> s, taken |-> taken] IN
  /\ answer \in answers
  /\ answers' = answers \ {answer}
  /\ waits' = [waits EXCEPT ![s] = @ \ {x}]
  /\ serves' = IF taken THEN serves ELSE [serves EXCEPT ![s] = @ \cup {x}]
  /\ UNCHANGED <<late, offers>>

TimeOut(s, x) ==
  /\ x \in waits[s]
  /\ late[x] < Patience
  /\ late' = [late EXCEPT ![x] = @ + 1]
  /\ UNCHANGED <<serves, waits, offers, answers>>

Next ==
  \E s \in Server, x \in Shard :
    \/ TimeOut(s, x)
    \/ \E taken \in BOOLEAN : Learn(s, x, taken)
    \/ \E t \in Server \ {s} : Offer(s, t, x) \/ Take(s, t, x) \/ Refuse(s, t, x)

Spec == Init /\ [][Next]_vars

\* No shard is served twice.
OneServes == \A s, t \in Server : s # t => serves[s] \cap serves[t] = {}
=============================================================================
