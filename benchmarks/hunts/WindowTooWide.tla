--------------------------- MODULE WindowTooWide ---------------------------
(***************************************************************************)
(* The sliding window with as many numbers as the window has places, one   *)
(* too few: when all acknowledgements are lost, the first item, sent       *)
(* again, has the number that the receiver expects.                        *)
(*                                                                         *)
(* Depth, for a window of w and links that hold more than w messages: an   *)
(* item is taken for one that is w items later, so w items are sent and    *)
(* taken before; then TimeOut, the first is sent again, and taken:         *)
(* 2 * w + 3.                                                              *)
(*                                                                         *)
(* Initial states, for 6 items of 40 kinds: 40^6 = 4,096,000,000.          *)
(***************************************************************************)
EXTENDS SlidingWindow
=============================================================================
