-------------------------------- MODULE TLC ---------------------------------
LOCAL INSTANCE Naturals
LOCAL INSTANCE Sequences
LOCAL INSTANCE FiniteSets
CONSTANTS
  Print(_, _), PrintT(_), Assert(_, _),
  JavaTime, TLCGet(_), TLCSet(_, _),
  _ :> _, _ @@ _,
  Permutations(_),
  SortSeq(_, _),    \* the second argument is an operator of two arguments
  RandomElement(_), Any, ToString(_), TLCEval(_)
=============================================================================
