---- MODULE BenOrRounds ----
\* Ben-Or's consensus among 6 correct replicas, in Rounds rounds.
EXTENDS Integers, typedefs
CONSTANT Rounds
VARIABLES value, decision, round, step, msgs1, msgs2

N == 6
T == 1
F == 0
CORRECT == {"r1", "r2", "r3", "r4", "r5", "r6"}
FAULTY == {}
ROUNDS == 1..Rounds

INSTANCE Ben_or83_inductive
====
