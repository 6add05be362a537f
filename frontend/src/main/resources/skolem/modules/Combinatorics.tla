--------------------------- MODULE Combinatorics ----------------------------
(* Factorials and binomial coefficients.                                     *)
EXTENDS Naturals

factorial[n \in Nat] == IF n < 1 THEN 1 ELSE factorial[n - 1] * n

choose(n, k) == (factorial[n] \div factorial[n - k]) \div factorial[k]
=============================================================================
