---- MODULE SpanningNetwork ----
\* A spanning tree among N processes, each of which is a neighbour of each other.
EXTENDS spanning_Ind, Naturals
CONSTANT N

NetworkProc == 1..N
NetworkNeighbours == {pair \in (1..N) \X (1..N) : pair[1] # pair[2]}
====
