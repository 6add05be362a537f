----------------------------- MODULE Functions ------------------------------
(* Operators on functions, with the names and meanings of the community      *)
(* modules.                                                                  *)
LOCAL INSTANCE FiniteSets
LOCAL INSTANCE Naturals

Restrict(f, S) == [x \in S |-> f[x]]

RestrictDomain(f, Test(_)) == [x \in {y \in DOMAIN f : Test(y)} |-> f[x]]

RestrictValues(f, Test(_)) == [x \in {y \in DOMAIN f : Test(f[y])} |-> f[x]]

Range(f) == {f[x] : x \in DOMAIN f}

Pointwise(Op(_, _), f, g) == [e \in DOMAIN f |-> Op(f[e], g[e])]

Inverse(f, S, T) == [t \in T |-> CHOOSE s \in S : t \in Range(f) => f[s] = t]

AntiFunction(f) == Inverse(f, DOMAIN f, Range(f))

IsInjective(f) == \A a, b \in DOMAIN f : f[a] = f[b] => a = b

Injection(S, T) == {f \in [S -> T] : IsInjective(f)}

Surjection(S, T) == {f \in [S -> T] : \A t \in T : \E s \in S : f[s] = t}

Bijection(S, T) == Injection(S, T) \cap Surjection(S, T)

ExistsInjection(S, T) == Cardinality(S) <= Cardinality(T)

ExistsSurjection(S, T) == Cardinality(S) >= Cardinality(T)

ExistsBijection(S, T) == Cardinality(S) = Cardinality(T)

FoldFunctionOnSet(op(_, _), base, f, S) ==
  LET fold[T \in SUBSET S] ==
        IF T = {} THEN base
        ELSE LET x == CHOOSE y \in T : TRUE IN op(f[x], fold[T \ {x}])
  IN  fold[S]

FoldFunction(op(_, _), base, f) == FoldFunctionOnSet(op, base, f, DOMAIN f)
=============================================================================
