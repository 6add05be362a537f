---------------------- MODULE BoundedQueueOneCondition ----------------------
(***************************************************************************)
(* The queue with one condition for all: a consumer may wake a consumer,   *)
(* which finds the queue empty and waits again, and in the end all wait.   *)
(*                                                                         *)
(*  skolem check examples/bugs/BoundedQueueOneCondition.tla --path examples*)
(***************************************************************************)
EXTENDS BoundedQueue

AnyWaiting(kind) == waiting
=============================================================================
