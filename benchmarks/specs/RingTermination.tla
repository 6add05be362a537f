-------------------------- MODULE RingTermination --------------------------
(***************************************************************************)
(* Safra's detection of termination on a ring (Dijkstra's note EWD 998).   *)
(*                                                                         *)
(* Nodes work, send messages while they work, and are woken by messages.   *)
(* Each counts what it has sent less what it has received.  A token goes   *)
(* round from node N-1 down to node 0 and adds up the counts of passive    *)
(* nodes; a node that has received something since the token last left it  *)
(* is black and stains the token.  Node 0 concludes from a clean round     *)
(* with sum 0 that all nodes are passive and nothing is on its way.        *)
(*                                                                         *)
(* With three nodes there are 192 initial states: working or not, black or *)
(* white, and any node with the token, 8 * 8 * 3.  Within five steps there *)
(* are 48265 distinct states under FewMessages, as many as of EWD998 in    *)
(* tlaplus/Examples, of which this is an independent description.          *)
(***************************************************************************)
EXTENDS Integers

CONSTANT N  \* how many nodes there are

VARIABLES
  active,  \* active[i]: node i works
  black,   \* black[i]: node i has received something since the token left it
  balance, \* balance[i]: messages that i has sent, less those it has received
  coming,  \* coming[i]: messages on their way to i
  token    \* where the token is, its sum, and whether it is stained

vars == <<active, black, balance, coming, token>>

Node == 0..(N - 1)

TypeOK ==
  /\ active \in [Node -> BOOLEAN]
  /\ black \in [Node -> BOOLEAN]
  /\ balance \in [Node -> Int]
  /\ coming \in [Node -> Nat]
  /\ token \in [at : Node, sum : Int, stained : BOOLEAN]

Init ==
  /\ active \in [Node -> BOOLEAN]
  /\ black \in [Node -> BOOLEAN]
  /\ balance = [i \in Node |-> 0]
  /\ coming = [i \in Node |-> 0]
  /\ token \in [at : Node, sum : {0}, stained : {TRUE}]

\* The last round was clean, and all that was sent has been received.
Conclusive == ~token.stained /\ ~black[0] /\ balance[0] + token.sum <= 0

StartRound ==
  /\ token.at = 0
  /\ ~Conclusive
  /\ token' = [at |-> N - 1, sum |-> 0, stained |-> FALSE]
  /\ black' = [black EXCEPT ![0] = FALSE]
  /\ UNCHANGED <<active, balance, coming>>

PassOn(i) ==
  /\ token.at = i
  /\ ~active[i]
  /\ token' =
       [at |-> i - 1, sum |-> token.sum + balance[i], stained |-> token.stained \/ black[i]]
  /\ black' = [black EXCEPT ![i] = FALSE]
  /\ UNCHANGED <<active, balance, coming>>

Send(i, j) ==
  /\ active[i]
  /\ balance' = [balance EXCEPT ![i] = @ + 1]
  /\ coming' = [coming EXCEPT ![j] = @ + 1]
  /\ UNCHANGED <<active, black, token>>

Receive(i) ==
  /\ coming[i] > 0
  /\ coming' = [coming EXCEPT ![i] = @ - 1]
  /\ balance' = [balance EXCEPT ![i] = @ - 1]
  /\ black' = [black EXCEPT ![i] = TRUE]
  /\ active' = [active EXCEPT ![i] = TRUE]
  /\ UNCHANGED token

Rest(i) ==
  /\ active[i]
  /\ active' = [active EXCEPT ![i] = FALSE]
  /\ UNCHANGED <<black, balance, coming, token>>

Next ==
  \/ StartRound
  \/ \E i \in Node \ {0} : PassOn(i)
  \/ \E i \in Node :
       Receive(i) \/ Rest(i) \/ \E j \in Node \ {i} : Send(i, j)

Spec == Init /\ [][Next]_vars

Terminated == \A i \in Node : ~active[i] /\ coming[i] = 0

\* What node 0 concludes is true.
Sound ==
  token.at = 0 /\ ~token.stained /\ ~black[0] /\ ~active[0] /\ balance[0] + token.sum = 0
    => Terminated

\* For visiting the states one by one.
FewMessages ==
  /\ \A i \in Node : balance[i] <= 3 /\ coming[i] <= 3
  /\ token.sum <= 9

\* Not an invariant: it is violated where a round ends well.
NeverDetected == ~ (token.at = 0 /\ Conclusive /\ ~active[0])
=============================================================================
