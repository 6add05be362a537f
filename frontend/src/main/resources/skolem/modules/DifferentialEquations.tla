----------------------- MODULE DifferentialEquations ------------------------
(* Real functions; refused where they are evaluated.                         *)
LOCAL INSTANCE SkolemPrimitives

Integrate(D, a, b, InitVals) == NotSupported("Integrate")
=============================================================================
