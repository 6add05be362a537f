----------------------------- MODULE Functions ------------------------------
(* Operators on functions, with the names and meanings of the community      *)
(* modules.                                                                  *)
EXTENDS Integers, Folds
LOCAL INSTANCE FiniteSets
LOCAL INSTANCE SkolemPrimitives

Restrict(f, S) == [x \in S |-> f[x]]

RestrictDomain(f, Test(_)) == [x \in {y \in DOMAIN f : Test(y)} |-> f[x]]

RestrictValues(f, Test(_)) == [x \in {y \in DOMAIN f : Test(f[y])} |-> f[x]]

IsRestriction(narrow, wide) ==
  \A x \in DOMAIN narrow : x \in DOMAIN wide /\ narrow[x] = wide[x]

Range(f) == {f[x] : x \in DOMAIN f}

Pointwise(f, g, T(_, _)) == [x \in DOMAIN f |-> T(f[x], g[x])]

Inverse(f, S, T) == [t \in T |-> CHOOSE s \in S : t \in Range(f) => f[s] = t]

AntiFunction(f) == Inverse(f, DOMAIN f, Range(f))

-----------------------------------------------------------------------------

IsInjective(f) == \A x, y \in DOMAIN f : x # y => f[x] # f[y]

Injection(S, T) == {f \in [S -> T] : IsInjective(f)}

Surjection(S, T) == {f \in [S -> T] : \A t \in T : \E s \in S : f[s] = t}

Bijection(S, T) == Injection(S, T) \cap Surjection(S, T)

(* Of finite sets, the sizes decide.                                         *)
ExistsInjection(S, T) == Cardinality(S) <= Cardinality(T)

ExistsSurjection(S, T) ==
  /\ Cardinality(S) >= Cardinality(T)
  /\ T = {} => S = {}

ExistsBijection(S, T) == Cardinality(S) = Cardinality(T)

-----------------------------------------------------------------------------

(* Of the arguments, the least is the first that op is applied for.          *)
FoldFunctionOnSet(op(_, _), base, fun, indices) ==
  FoldValues(LAMBDA x, acc : op(fun[x], acc), base, indices)

FoldFunction(op(_, _), base, fun) ==
  FoldFunctionOnSet(op, base, fun, DOMAIN fun)

SumFunctionOnSet(fun, indices) ==
  FoldValues(LAMBDA x, sum : fun[x] + sum, 0, indices)

SumFunction(fun) == SumFunctionOnSet(fun, DOMAIN fun)
=============================================================================
