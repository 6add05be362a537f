-------------------------- MODULE LockStaleRelease --------------------------
(***************************************************************************)
(* The lock service with a server that looks only at who sends a release:  *)
(* when its sender holds the lock again, an old one takes it away.         *)
(*                                                                         *)
(* Depth: a first session of a client, Ask, Grant, Enter, Exit, Release; a *)
(* second of the same client up to Enter; the first release again; and a   *)
(* session of another client up to Enter: 5 + 3 + 1 + 3 = 12.              *)
(*                                                                         *)
(* States at fewer steps, for 30 clients: any 11 of them, or fewer, may    *)
(* have asked, 107,636,402 sets.                                           *)
(***************************************************************************)
EXTENDS LockService

OfTheHolder(release) == release.client = holder
=============================================================================
