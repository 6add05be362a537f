--------------------------- MODULE NamePlansStale ---------------------------
(***************************************************************************)
(* The control plane with enactors that ask whether a plan is newer only   *)
(* when they pick it: a slow enactor puts an old plan into force, which    *)
(* the cleaning of a fast one then removes.                                *)
(*                                                                         *)
(*   skolem check examples/bugs/NamePlansStale.tla --path examples         *)
(***************************************************************************)
EXTENDS NamePlans

NotAskedAgain(plan) == TRUE
=============================================================================
