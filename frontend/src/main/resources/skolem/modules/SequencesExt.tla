---------------------------- MODULE SequencesExt ----------------------------
(* More operators on sequences, with the names and meanings of the community *)
(* modules. Those made of Len, \o and SubSeq alone also take strings.        *)
EXTENDS Sequences, Naturals, FiniteSets, FiniteSetsExt, Folds, Functions, Bags, TLC
LOCAL INSTANCE SkolemPrimitives

-----------------------------------------------------------------------------
(* Sets, bags and sequences.                                                 *)

ToSet(s) == {s[i] : i \in DOMAIN s}

ToBag(s) == [e \in ToSet(s) |-> Cardinality({i \in DOMAIN s : s[i] = e})]

(* In ascending order.                                                       *)
SetToSeq(S) == FoldValues(LAMBDA x, s : Append(s, x), <<>>, S)

(* All ways to have x somewhere in s.                                        *)
LOCAL Insertions(x, s) ==
  {SubSeq(s, 1, i) \o <<x>> \o SubSeq(s, i + 1, Len(s)) : i \in 0..Len(s)}

SetToSeqs(S) ==
  FoldValues(
    LAMBDA x, all : UNION {Insertions(x, s) : s \in all},
    {<<>>}, S)

SetToSortSeq(S, op(_, _)) == SortSeq(SetToSeq(S), op)

SetToAllKPermutations(S) ==
  FoldValues(
    LAMBDA x, all : all \cup UNION {Insertions(x, s) : s \in all},
    {<<>>}, S)

TupleOf(set, n) == [1..n -> set]

SeqOf(set, n) == UNION {[1..k -> set] : k \in 0..n}

BoundedSeq(S, n) == SeqOf(S, n)

-----------------------------------------------------------------------------
(* Elements and places.                                                      *)

Contains(s, e) == \E i \in DOMAIN s : s[i] = e

IsSorted(s, op(_, _)) ==
  \A j \in DOMAIN s : \A i \in 1..(j - 1) : op(s[i], s[j])

Reverse(s) == [i \in DOMAIN s |-> s[1 + Len(s) - i]]

Remove(s, e) == SelectSeq(s, LAMBDA x : x # e)

ReplaceAll(s, old, new) ==
  [i \in DOMAIN s |-> IF s[i] = old THEN new ELSE s[i]]

(* The first place, or 0.                                                    *)
SelectInSeq(seq, Test(_)) ==
  LET n == Len(seq)
      places == {i \in 1..n : Test(seq[i])}
  IN  IF places = {} THEN 0 ELSE Min(places)

(* The last place, or 0.                                                     *)
SelectLastInSeq(seq, Test(_)) ==
  FoldValues(LAMBDA i, found : IF Test(seq[i]) THEN i ELSE found, 0, DOMAIN seq)

(* Places in SubSeq(seq, from, to).                                          *)
SelectInSubSeq(seq, from, to, Test(_)) ==
  SelectInSeq(SubSeq(seq, from, to), Test)

SelectLastInSubSeq(seq, from, to, Test(_)) ==
  SelectLastInSeq(SubSeq(seq, from, to), Test)

InsertAt(s, i, e) == SubSeq(s, 1, i - 1) \o <<e>> \o SubSeq(s, i, Len(s))

ReplaceAt(s, i, e) == [s EXCEPT ![i] = e]

RemoveAt(s, i) == SubSeq(s, 1, i - 1) \o SubSeq(s, i + 1, Len(s))

RemoveFirstMatch(s, Test(_)) ==
  LET i == SelectInSeq(s, Test) IN IF i = 0 THEN s ELSE RemoveAt(s, i)

RemoveFirst(s, e) == RemoveFirstMatch(s, LAMBDA x : x = e)

Cons(elt, seq) == <<elt>> \o seq

Snoc(elt, seq) == Append(seq, elt)

Front(s) == SubSeq(s, 1, Len(s) - 1)

Last(s) == s[Len(s)]

-----------------------------------------------------------------------------
(* Parts.                                                                    *)

IsPrefix(s, t) == Len(s) <= Len(t) /\ SubSeq(t, 1, Len(s)) = s

IsStrictPrefix(s, t) == Len(s) < Len(t) /\ IsPrefix(s, t)

IsSuffix(s, t) ==
  Len(s) <= Len(t) /\ SubSeq(t, Len(t) - Len(s) + 1, Len(t)) = s

IsStrictSuffix(s, t) == Len(s) < Len(t) /\ IsSuffix(s, t)

Prefixes(s) == {SubSeq(s, 1, n) : n \in 0..Len(s)}

Suffixes(s) == {SubSeq(s, n, Len(s)) : n \in 1..(Len(s) + 1)}

CommonPrefixes(S) ==
  {p \in UNION {Prefixes(s) : s \in S} : \A s \in S : IsPrefix(p, s)}

LongestCommonPrefix(S) ==
  LET common == CommonPrefixes(S)
      length == Max({Len(p) : p \in common})
  IN  CHOOSE p \in common : Len(p) = length

SubSeqs(s) ==
  {SubSeq(s, i, j) : <<i, j>> \in (1..(Len(s) + 1)) \X (0..Len(s))}

AllSubSeqs(s) ==
  {FoldValues(LAMBDA i, t : Append(t, s[i]), <<>>, D) : D \in SUBSET DOMAIN s}

-----------------------------------------------------------------------------
(* Folds.                                                                    *)

(* The first element is the first that op is applied to.                     *)
FoldSeq(op(_, _), base, seq) == FoldFunction(op, base, seq)

FoldLeft(op(_, _), base, seq) == FoldFromLeft(op, base, seq)

FoldRight(op(_, _), seq, base) == FoldFromRight(op, base, seq)

FoldLeftDomain(op(_, _), base, seq) ==
  FoldFromLeft(op, base, [i \in DOMAIN seq |-> i])

FoldRightDomain(op(_, _), seq, base) ==
  FoldFromRight(op, base, [i \in DOMAIN seq |-> i])

-----------------------------------------------------------------------------
(* Several sequences.                                                        *)

SeqMod(a, b) == LET r == a % b IN IF r = 0 THEN b ELSE r

FlattenSeq(seqs) ==
  IF Len(seqs) = 0
  THEN seqs
  ELSE FoldFromLeft(LAMBDA all, s : all \o s, Head(seqs), Tail(seqs))

Zip(s, t) ==
  [i \in {k \in DOMAIN s : k <= Len(t)} |-> <<s[i], t[i]>>]

(* Of sequences of one length. Of two empty ones it is a pair of them.       *)
Interleave(s, t) ==
  CASE Len(s) = Len(t) /\ Len(s) = 0 -> <<<<>>, <<>>>>
    [] Len(s) = Len(t) /\ Len(s) > 0 ->
         [k \in 1..(2 * Len(s)) |->
            IF k % 2 = 1 THEN <<s[(k + 1) \div 2]>> ELSE <<t[k \div 2]>>]

-----------------------------------------------------------------------------
(* Search and replacement of a part s of t.                                  *)

LOCAL StandsAt(s, t, i) ==
  i + Len(s) - 1 <= Len(t) /\ SubSeq(t, i, i + Len(s) - 1) = s

IndexFirstSubSeq(s, t) == Min({i \in 1..(Len(t) + 1) : StandsAt(s, t, i)})

ReplaceSubSeqAt(i, r, s, t) ==
  SubSeq(t, 1, i - 1) \o r \o SubSeq(t, i + Len(s), Len(t))

ReplaceFirstSubSeq(r, s, t) ==
  IF \E i \in 1..(Len(t) + 1) : StandsAt(s, t, i)
  THEN ReplaceSubSeqAt(IndexFirstSubSeq(s, t), r, s, t)
  ELSE t

(* From left to right; r in front of every element where s is empty.         *)
ReplaceAllSubSeqs(r, s, t) ==
  LET keep(i, state) ==
        [next |-> i + 1, done |-> state.done \o SubSeq(t, i, i)]
      step(i, state) ==
        CASE i < state.next -> state
          [] i >= state.next /\ StandsAt(s, t, i) ->
               [next |-> i + Len(s), done |-> state.done \o r]
          [] OTHER -> keep(i, state)
      spread(i, all) == all \o r \o SubSeq(t, i, i)
      empty == SubSeq(t, 1, 0)
  IN  CASE s = t -> r
        [] s # t /\ Len(s) = 0 -> FoldValues(spread, empty, 1..Len(t))
        [] OTHER ->
             FoldValues(step, [next |-> 1, done |-> empty], 1..Len(t)).done
=============================================================================
