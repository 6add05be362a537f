-------------------------- MODULE LeaseLockUnfenced --------------------------
(***************************************************************************)
(* The lock service with a storage that does not look at the token: a      *)
(* client whose lease has run out writes after its successor.              *)
(*                                                                         *)
(*   skolem check examples/bugs/LeaseLockUnfenced.tla --path examples      *)
(***************************************************************************)
EXTENDS LeaseLock

AcceptsAll(t) == TRUE
=============================================================================
