--------------------------- MODULE SlidingWindow ---------------------------
(***************************************************************************)
(* The items of a file go over a link that loses messages and keeps their  *)
(* order: "go back n".                                                     *)
(*                                                                         *)
(* The sender sends up to Window items that are not acknowledged, and      *)
(* begins anew with the oldest of them after a time-out.  An item carries  *)
(* its number modulo Modulus; the receiver takes the one that it expects,  *)
(* and acknowledges with what it expects next.  Modulus must exceed        *)
(* Window.                                                                 *)
(***************************************************************************)
EXTENDS Naturals, Sequences

CONSTANTS
  Content,  \* what an item may be
  Items,    \* how many items there are
  Window,
  Modulus,
  Capacity  \* how many messages are on their way, in each direction

VARIABLES
  file,   \* the items
  base,   \* the first item that is not acknowledged
  next,   \* the item to be sent next
  taken,  \* how many items the receiver has taken
  last,   \* the one that it has taken last
  data,   \* what is on its way to the receiver, the oldest first
  acks    \* what is on its way back

vars == <<file, base, next, taken, last, data, acks>>

TypeOK ==
  /\ file \in [1..Items -> Content]
  /\ base \in 1..(Items + 1)
  /\ next \in 1..(Items + 1)
  /\ taken \in 0..Items
  /\ last \in Content
  /\ Len(data) <= Capacity
  /\ Len(acks) <= Capacity

Init ==
  /\ file \in [1..Items -> Content]
  /\ base = 1
  /\ next = 1
  /\ taken = 0
  /\ last = file[1]
  /\ data = <<>>
  /\ acks = <<>>

Send ==
  /\ next <= Items /\ next < base + Window
  /\ Len(data) < Capacity
  /\ data' = Append(data, [number |-> next % Modulus, content |-> file[next]])
  /\ next' = next + 1
  /\ UNCHANGED <<file, base, taken, last, acks>>

TimeOut ==
  /\ base < next
  /\ next' = base
  /\ UNCHANGED <<file, base, taken, last, data, acks>>

\* The receiver takes the oldest message, which is the expected item.
Take ==
  /\ data # <<>> /\ taken < Items
  /\ Head(data).number = (taken + 1) % Modulus
  /\ Len(acks) < Capacity
  /\ taken' = taken + 1
  /\ last' = Head(data).content
  /\ data' = Tail(data)
  /\ acks' = Append(acks, (taken + 2) % Modulus)
  /\ UNCHANGED <<file, base, next>>

\* The oldest message is another item, or the link loses it.
Drop ==
  /\ data # <<>>
  /\ data' = Tail(data)
  /\ UNCHANGED <<file, base, next, taken, last, acks>>

Acknowledge ==
  /\ acks # <<>>
  /\ \E item \in base..next : item % Modulus = Head(acks) /\ base' = item
  /\ acks' = Tail(acks)
  /\ UNCHANGED <<file, next, taken, last, data>>

LoseAck ==
  /\ acks # <<>>
  /\ acks' = Tail(acks)
  /\ UNCHANGED <<file, base, next, taken, last, data>>

Next == Send \/ TimeOut \/ Take \/ Drop \/ Acknowledge \/ LoseAck

Spec == Init /\ [][Next]_vars

\* The item taken last is the one that comes there in the file.
InOrder == taken > 0 => last = file[taken]
=============================================================================
