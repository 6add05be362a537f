-------------------------- MODULE DyadicRationals ---------------------------
(* Fractions whose denominator is a power of two, in lowest terms.           *)
LOCAL INSTANCE Integers
LOCAL INSTANCE Sequences
LOCAL INSTANCE TLC

LOCAL Fraction(n, d) == [num |-> n, den |-> d]

RECURSIVE Gcd(_, _)
LOCAL Gcd(a, b) == IF b = 0 THEN a ELSE Gcd(b, a % b)

LOCAL Reduced(n, d) ==
  LET common == Gcd(d, n % d) IN Fraction(n \div common, d \div common)

IsDyadicRational(r) == \E k \in 0..r.den : r.den = 2 ^ k

Zero == Fraction(0, 1)

One == Fraction(1, 1)

(* The larger of two powers of two is a multiple of the smaller.             *)
Add(p, q) ==
  LET d == IF p.den > q.den THEN p.den ELSE q.den
  IN  IF p = Zero
      THEN q
      ELSE Reduced(p.num * (d \div p.den) + q.num * (d \div q.den), d)

Half(p) == Reduced(p.num, 2 * p.den)

PrettyPrint(p) ==
  CASE p = Zero -> "0"
    [] p = One -> "1"
    [] OTHER -> ToString(p.num) \o "/" \o ToString(p.den)
=============================================================================
