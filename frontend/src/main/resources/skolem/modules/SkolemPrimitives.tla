-------------------------- MODULE SkolemPrimitives --------------------------
(* What the modules of the library need and cannot define. All folds apply   *)
(* an operator of two arguments along a finite set or a sequence.            *)
CONSTANTS
  FoldValues(_, _, _),     \* Op(x, acc), base, set: in ascending order
  FoldFromLeft(_, _, _),   \* Op(acc, x), base, sequence
  FoldFromRight(_, _, _),  \* Op(x, acc), base, sequence: the last one first
  IsBag(_),                \* whether it is a function with positive integers
  AsBag(_),                \* the same value, which has to be such a function
  NotSupported(_)          \* refuses the operator of this name when evaluated
=============================================================================
