--------------------------- MODULE Combinatorics ----------------------------
(* Factorials and binomial coefficients.                                     *)
EXTENDS Naturals
LOCAL INSTANCE SkolemPrimitives

factorial[n \in Nat] == IF n < 1 THEN 1 ELSE factorial[n - 1] * n

(* Pascal's product; each of its parts is a binomial coefficient.            *)
choose(n, k) ==
  CASE 0 <= k /\ k <= n ->
         FoldValues(LAMBDA i, c : (c * (n - k + i)) \div i, 1, 1..k)
=============================================================================
