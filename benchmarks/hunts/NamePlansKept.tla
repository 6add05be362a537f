--------------------------- MODULE NamePlansKept ---------------------------
(***************************************************************************)
(* The control plane with enactors that compare epochs only when they pick *)
(* a plan, and that keep some older plans when they clean up, so that a    *)
(* slow enactor does no harm as long as it is not slower than that.        *)
(*                                                                         *)
(* Depth: the plan that is put back into force, at least 1, is older by    *)
(* more than Keep than the one whose enactor cleans up: Keep + 2 plans are *)
(* written, two picked and two put into force, and one cleaning removes    *)
(* the active one: Keep + 7.                                               *)
(*                                                                         *)
(* States at fewer steps, for 16 enactors and Keep = 5: w plans are        *)
(* written, and p enactors have picked one each, w + p <= 11: at least     *)
(* 534,401,646.                                                            *)
(***************************************************************************)
EXTENDS NamePlans

CONSTANT Keep  \* how many older plans stay

NotAskedAgain(plan) == TRUE

CleanUpKeeping(e) ==
  /\ phase[e] = "cleaning"
  /\ plans' = {plan \in plans : plan + Keep >= work[e]}
  /\ phase' = [phase EXCEPT ![e] = "idle"]
  /\ UNCHANGED <<newest, active, work>>
=============================================================================
