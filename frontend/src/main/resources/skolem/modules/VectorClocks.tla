---------------------------- MODULE VectorClocks ----------------------------
(* Logs in the order of their vector clocks; a node that a clock does not    *)
(* have counts as 0.                                                         *)
EXTENDS Naturals, Sequences, Functions
LOCAL INSTANCE SkolemPrimitives

LOCAL At(v, n) == IF n \in DOMAIN v THEN v[n] ELSE 0

LOCAL Exceeds(v, w) == \E n \in DOMAIN v : v[n] > At(w, n)

LOCAL Before(v, w) == Exceeds(w, v) /\ ~Exceeds(v, w)

LOCAL Concurrent(v, w) == Exceeds(v, w) /\ Exceeds(w, v)

IsCausalOrder(log, clock(_)) ==
  \A i \in DOMAIN log : \A j \in 1..(i - 1) :
    LET v == clock(log[j])
        w == clock(log[i])
    IN  Before(v, w) \/ Concurrent(v, w)

(* Takes, again and again, the first line that none of the others is before. *)
CausalOrder(log, clock(_), node(_), domain(_)) ==
  LET free(rest) ==
        {i \in rest : \A j \in rest : ~Before(clock(log[j]), clock(log[i]))}
      first(S) == CHOOSE i \in S : \A j \in S : i <= j
      take(round, state) ==
        LET i == first(free(state.rest))
        IN  [rest |-> state.rest \ {i}, taken |-> Append(state.taken, log[i])]
  IN  FoldValues(take, [rest |-> DOMAIN log, taken |-> <<>>], DOMAIN log).taken
=============================================================================
