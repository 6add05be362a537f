------------------------------ MODULE Toolbox -------------------------------
(* The error trace of the TLA+ Toolbox; refused where it is evaluated.       *)
LOCAL INSTANCE SkolemPrimitives

_TETrace == NotSupported("_TETrace")
_TEPosition == NotSupported("_TEPosition")
=============================================================================
