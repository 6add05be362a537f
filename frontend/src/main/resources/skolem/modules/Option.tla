------------------------------- MODULE Option -------------------------------
(* A value, or none: Apalache's option types.                                *)
EXTENDS Apalache, Variants

Some(x) == Variant("Some", x)

None == Variant("None", UNIT)

IsSome(o) == VariantTag(o) = "Some"

IsNone(o) == VariantTag(o) = "None"

OptionCase(o, caseSome(_), caseNone(_)) ==
  IF IsSome(o) THEN caseSome(o.value) ELSE caseNone(UNIT)

OptionMap(f(_), o) == IF IsSome(o) THEN Some(f(o.value)) ELSE None

OptionFlatMap(f(_), o) == IF IsSome(o) THEN f(o.value) ELSE None

OptionGetOrElse(o, other) == IF IsSome(o) THEN o.value ELSE other

OptionToSeq(o) == IF IsSome(o) THEN <<o.value>> ELSE <<>>

OptionToSet(o) == IF IsSome(o) THEN {o.value} ELSE {}

OptionGuess(S) == IF S = {} THEN None ELSE Some(Guess(S))

OptionFunApp(f, o) == OptionMap(LAMBDA x : f[x], o)

OptionPartialFun(f, undef) ==
  [x \in DOMAIN f \cup undef |-> IF x \in undef THEN None ELSE Some(f[x])]
=============================================================================
