------------------------- MODULE PermissionMutexTie -------------------------
(***************************************************************************)
(* The mutual exclusion without an order for requests of the same time:    *)
(* two processes that ask at the same time permit each other to enter.     *)
(*                                                                         *)
(*   skolem check examples/bugs/PermissionMutexTie.tla --path examples     *)
(***************************************************************************)
EXTENDS PermissionMutex

BeforeByTime(s, p, t, q) == s < t
=============================================================================
