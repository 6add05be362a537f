------------------------- MODULE AllocatorForgets -------------------------
(***************************************************************************)
(* The allocator with a list of clients that wait only: who has got all    *)
(* that it asked for is struck off, and what it has counts as free.        *)
(*                                                                         *)
(* Depth: two clients ask, and each is assigned the same resource: 4.      *)
(*                                                                         *)
(* States at fewer steps, for 12 clients and 12 resources: any two clients *)
(* ask for any sets, 66 * 4095 * 4095 = 1,106,755,650.                     *)
(***************************************************************************)
EXTENDS ResourceAllocator

FreeOfWaiting == {r \in Resource : \A c \in Client : wanted[c] # {} => r \notin held[c]}
=============================================================================
