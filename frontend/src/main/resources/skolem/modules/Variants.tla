------------------------------ MODULE Variants ------------------------------
(* The tagged unions of Apalache, as records.                                *)
UNIT == "U_OF_UNIT"

Variant(tag, v) == [tag |-> tag, value |-> v]

VariantTag(variant) == variant.tag

VariantFilter(tag, S) == {v.value : v \in {w \in S : VariantTag(w) = tag}}

VariantGetOrElse(tag, variant, other) ==
  IF VariantTag(variant) = tag THEN variant.value ELSE other

VariantGetUnsafe(tag, variant) == variant.value
=============================================================================
