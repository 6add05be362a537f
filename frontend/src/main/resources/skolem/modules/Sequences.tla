----------------------------- MODULE Sequences ------------------------------
LOCAL INSTANCE Naturals
CONSTANTS
  Seq(_), Len(_), Head(_), Tail(_),
  Append(_, _), _ \o _, SubSeq(_, _, _),
  SelectSeq(_, _)   \* the second argument is an operator of one argument
=============================================================================
