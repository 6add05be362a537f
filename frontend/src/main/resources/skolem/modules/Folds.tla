------------------------------- MODULE Folds --------------------------------
(* The general fold over a finite set.                                       *)
LOCAL INSTANCE SkolemPrimitives
LOCAL INSTANCE Sequences

(* The elements of S in the order in which pick takes them.                  *)
LOCAL Picked(pick(_), S) ==
  LET take(any, state) ==
        LET x == pick(state.rest)
        IN  [rest |-> state.rest \ {x}, taken |-> Append(state.taken, x)]
  IN  FoldValues(take, [rest |-> S, taken |-> <<>>], S).taken

(* op(f(a), op(f(b), ... op(f(z), base))), where a is picked first.          *)
MapThenFoldSet(op(_, _), base, f(_), choose(_), S) ==
  FoldFromRight(LAMBDA x, acc : op(f(x), acc), base, Picked(choose, S))
=============================================================================
