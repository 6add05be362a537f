----------------------------- MODULE Relation -------------------------------
(* Relations on a set S as Boolean functions R of two arguments; those named *)
(* ...Under take an operator instead. Names and meanings are those of the    *)
(* community modules.                                                        *)
EXTENDS Naturals, FiniteSets
LOCAL INSTANCE SkolemPrimitives

LOCAL Relates(op(_, _), S) == [x, y \in S |-> op(x, y)]

IsReflexive(R, S) == \A x \in S : R[x, x]
IsReflexiveUnder(op(_, _), S) == IsReflexive(Relates(op, S), S)

IsIrreflexive(R, S) == \A x \in S : ~R[x, x]
IsIrreflexiveUnder(op(_, _), S) == IsIrreflexive(Relates(op, S), S)

IsSymmetric(R, S) == \A x, y \in S : R[x, y] => R[y, x]
IsSymmetricUnder(op(_, _), S) == IsSymmetric(Relates(op, S), S)

IsAntiSymmetric(R, S) == \A x, y \in S : x # y => ~(R[x, y] /\ R[y, x])
IsAntiSymmetricUnder(op(_, _), S) == IsAntiSymmetric(Relates(op, S), S)

IsAsymmetric(R, S) == \A x, y \in S : R[x, y] => ~R[y, x]
IsAsymmetricUnder(op(_, _), S) == IsAsymmetric(Relates(op, S), S)

IsTransitive(R, S) ==
  \A x, y \in S : R[x, y] => \A z \in S : R[y, z] => R[x, z]
IsTransitiveUnder(op(_, _), S) == IsTransitive(Relates(op, S), S)

-----------------------------------------------------------------------------

IsStrictlyPartiallyOrdered(R, S) ==
  IsIrreflexive(R, S) /\ IsAntiSymmetric(R, S) /\ IsTransitive(R, S)
IsStrictlyPartiallyOrderedUnder(op(_, _), S) ==
  IsStrictlyPartiallyOrdered(Relates(op, S), S)

IsPartiallyOrdered(R, S) ==
  IsReflexive(R, S) /\ IsAntiSymmetric(R, S) /\ IsTransitive(R, S)
IsPartiallyOrderedUnder(op(_, _), S) == IsPartiallyOrdered(Relates(op, S), S)

LOCAL ComparesAll(R, S) == \A x, y \in S : x = y \/ R[x, y] \/ R[y, x]

IsStrictlyTotallyOrdered(R, S) ==
  IsStrictlyPartiallyOrdered(R, S) /\ ComparesAll(R, S)
IsStrictlyTotallyOrderedUnder(op(_, _), S) ==
  IsStrictlyTotallyOrdered(Relates(op, S), S)

IsTotallyOrdered(R, S) == IsPartiallyOrdered(R, S) /\ ComparesAll(R, S)
IsTotallyOrderedUnder(op(_, _), S) == IsTotallyOrdered(Relates(op, S), S)

-----------------------------------------------------------------------------

(* Warshall's algorithm: paths through one more element in each round.       *)
TransitiveClosure(R, S) ==
  FoldValues(
    LAMBDA z, C : [x, y \in S |-> C[x, y] \/ (C[x, z] /\ C[z, y])],
    [x, y \in S |-> R[x, y]], S)

ReflexiveTransitiveClosure(R, S) ==
  LET C == TransitiveClosure(R, S) IN [x, y \in S |-> x = y \/ C[x, y]]

IsConnected(R, S) ==
  LET C == TransitiveClosure(R, S) IN \A x, y \in S : x = y \/ C[x, y]
=============================================================================
