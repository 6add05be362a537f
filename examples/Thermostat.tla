----------------------------- MODULE Thermostat -----------------------------
(* A bounded counter of integers: the temperature may be any integer at      *)
(* first, and the heater holds it near the target, once it is there.         *)
EXTENDS Integers

VARIABLES temperature, target, heating, near

vars == <<temperature, target, heating, near>>

TypeOK ==
  /\ temperature \in Int
  /\ target \in Int
  /\ heating \in BOOLEAN
  /\ near \in BOOLEAN

Init ==
  /\ temperature \in Int
  /\ target \in Int
  /\ heating = (temperature < target)
  /\ near = (temperature = target)

Warm ==
  /\ heating
  /\ temperature' = temperature + 1
  /\ heating' = (temperature' < target + 2)
  /\ near' = (near \/ temperature' = target)
  /\ UNCHANGED target

Cool ==
  /\ ~heating
  /\ temperature' = temperature - 1
  /\ heating' = (temperature' < target - 1)
  /\ near' = (near \/ temperature' = target)
  /\ UNCHANGED target

Next == Warm \/ Cool

Spec == Init /\ [][Next]_vars

Held == near => temperature \in (target - 2)..(target + 2)

(* At the upper end the heater is off, at the lower end it is on. *)
Switched ==
  /\ near /\ temperature >= target + 2 => ~heating
  /\ near /\ temperature <= target - 2 => heating

Ind == TypeOK /\ Held /\ Switched
=============================================================================
