------------------------------ MODULE NamePlans ------------------------------
(***************************************************************************)
(* The control plane of a name service: a planner writes plans (which name *)
(* has which addresses), numbered upwards, and several enactors bring them *)
(* into force, independently of each other.                                *)
(*                                                                         *)
(* An enactor picks a plan newer than the one in force, works on it for as *)
(* long as it takes, puts it into force, and then cleans up: it removes    *)
(* the plans older than the one it has put into force.  An enactor may be  *)
(* slow, so when it is done, a newer plan may be in force.  Then it must   *)
(* not put its own into force, for another enactor may be about to remove  *)
(* it, and the name service would be left without any addresses.           *)
(***************************************************************************)
EXTENDS Naturals

CONSTANTS
  Enactor,  \* the enactors
  MaxPlan   \* the last plan

VARIABLES
  newest,  \* the number of the newest plan
  plans,   \* the plans that exist
  active,  \* the plan in force
  phase,   \* what each enactor does
  work     \* the plan that each enactor works on, or worked on last

vars == <<newest, plans, active, phase, work>>

TypeOK ==
  /\ newest \in 0..MaxPlan
  /\ plans \subseteq 0..newest
  /\ active \in 0..newest
  /\ phase \in [Enactor -> {"idle", "working", "cleaning"}]
  /\ work \in [Enactor -> 0..newest]

Init ==
  /\ newest = 0
  /\ plans = {0}
  /\ active = 0
  /\ phase = [e \in Enactor |-> "idle"]
  /\ work = [e \in Enactor |-> 0]

\* The planner writes a plan.
WritePlan ==
  /\ newest < MaxPlan
  /\ newest' = newest + 1
  /\ plans' = plans \cup {newest + 1}
  /\ UNCHANGED <<active, phase, work>>

\* An enactor begins to work on a plan that is newer than the one in force.
Pick(e, plan) ==
  /\ phase[e] = "idle"
  /\ plan > active
  /\ phase' = [phase EXCEPT ![e] = "working"]
  /\ work' = [work EXCEPT ![e] = plan]
  /\ UNCHANGED <<newest, plans, active>>

\* Whether a plan may be put into force: asked again in the step that does it.
StillNewer(plan) == plan > active

\* An enactor puts its plan into force.
Enact(e) ==
  /\ phase[e] = "working"
  /\ StillNewer(work[e])
  /\ active' = work[e]
  /\ phase' = [phase EXCEPT ![e] = "cleaning"]
  /\ UNCHANGED <<newest, plans, work>>

\* An enactor drops its plan, as a newer one is in force.
Drop(e) ==
  /\ phase[e] = "working"
  /\ ~ StillNewer(work[e])
  /\ phase' = [phase EXCEPT ![e] = "idle"]
  /\ UNCHANGED <<newest, plans, active, work>>

\* An enactor removes what is older than the plan that it has put into force.
CleanUp(e) ==
  /\ phase[e] = "cleaning"
  /\ plans' = {plan \in plans : plan >= work[e]}
  /\ phase' = [phase EXCEPT ![e] = "idle"]
  /\ UNCHANGED <<newest, active, work>>

Next ==
  \/ WritePlan
  \/ \E e \in Enactor :
       \/ \E plan \in plans : Pick(e, plan)
       \/ Enact(e)
       \/ Drop(e)
       \/ CleanUp(e)

Spec == Init /\ [][Next]_vars

\* The plan in force exists, so that names have addresses.
Served == active \in plans

\* An older plan never replaces a newer one.
NeverBack == [][active' >= active]_active
=============================================================================
