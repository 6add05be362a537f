------------------------------ MODULE Bitwise -------------------------------
(* Operators on the binary digits of natural numbers.                        *)
LOCAL INSTANCE Integers

RECURSIVE And(_, _)
LOCAL And(x, y) ==
  IF x = 0 \/ y = 0
  THEN 0
  ELSE (x % 2) * (y % 2) + 2 * And(x \div 2, y \div 2)

x & y == And(x, y)

x | y == x + y - And(x, y)

x ^^ y == x + y - 2 * And(x, y)

(* The digits of a, from its first 1 on, turned over.                        *)
RECURSIVE Not(_)
Not(a) == IF a = 0 THEN 0 ELSE (1 - (a % 2)) + 2 * Not(a \div 2)

shiftR(n, pos) == n \div 2 ^ pos
=============================================================================
