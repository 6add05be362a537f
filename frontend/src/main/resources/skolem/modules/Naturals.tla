------------------------------ MODULE Naturals ------------------------------
(* The natural numbers. The operators are known to the program, which        *)
(* computes with integers of any size; they are declared, not defined.       *)
CONSTANTS
  Nat,
  _ + _, _ - _, _ * _, _ ^ _,
  _ < _, _ > _, _ <= _, _ >= _,
  _ .. _,
  _ \div _,   \* rounded down
  _ % _       \* for a positive divisor
=============================================================================
