------------------------------- MODULE Graphs -------------------------------
(* Directed graphs as records of a set of nodes and a set of edges, which    *)
(* are pairs of nodes. Names and meanings are those of the community         *)
(* modules.                                                                  *)
EXTENDS Naturals, Sequences, FiniteSets, SequencesExt, Relation
LOCAL INSTANCE SkolemPrimitives

LOCAL IsGraphRecord(G) == G = [node |-> G.node, edge |-> G.edge]

IsDirectedGraph(G) == IsGraphRecord(G) /\ G.edge \subseteq G.node \X G.node

DirectedSubgraph(G) ==
  UNION {[node : {N}, edge : SUBSET (G.edge \cap (N \X N))] : N \in SUBSET G.node}

Transpose(G) == [node |-> G.node, edge |-> {<<e[2], e[1]>> : e \in G.edge}]

IsUndirectedGraph(G) == IsDirectedGraph(G) /\ Transpose(G).edge = G.edge

UndirectedSubgraph(G) == {H \in DirectedSubgraph(G) : IsUndirectedGraph(H)}

GraphUnion(G, H) ==
  [node |-> G.node \cup H.node, edge |-> G.edge \cup H.edge]

EmptyGraph == [node |-> {}, edge |-> {}]

Graphs(S) == [node : {S}, edge : SUBSET (S \X S)]

-----------------------------------------------------------------------------
(* Neighbours.                                                               *)

Successors(G, n) == {m \in G.node : <<n, m>> \in G.edge}

AllSuccessors(G, S) == UNION {Successors(G, n) : n \in S}

Predecessors(G, n) == {m \in G.node : <<m, n>> \in G.edge}

AllPredecessors(G, S) == UNION {Predecessors(G, n) : n \in S}

InDegree(G, n) == Cardinality(Predecessors(G, n))

OutDegree(G, n) == Cardinality(Successors(G, n))

Roots(G) == {n \in G.node : InDegree(G, n) = 0}

Leaves(G) == {n \in G.node : OutDegree(G, n) = 0}

IsBipartiteWithPartitions(G, U, V) ==
  /\ U \cap V = {}
  /\ G.node \subseteq U \cup V
  /\ \A e \in G.edge : e \in (U \X V) \cup (V \X U)

-----------------------------------------------------------------------------
(* Paths: sequences of nodes, each with an edge to the next one.             *)

Path(G) ==
  {p \in Seq(G.node) :
     Len(p) > 0 /\ \A i \in 2..Len(p) : <<p[i - 1], p[i]>> \in G.edge}

(* Paths that come to no node twice, made longer by one node in each round.  *)
SimplePath(G) ==
  LET longer(p) ==
        {Append(p, n) : n \in Successors(G, p[Len(p)]) \ {p[i] : i \in DOMAIN p}}
      grow(round, paths) == paths \cup UNION {longer(p) : p \in paths}
  IN  FoldValues(grow, {<<n>> : n \in G.node}, G.node)

(* All that a path leads to from these nodes.                                *)
LOCAL Reached(G, from) ==
  FoldValues(LAMBDA round, R : R \cup AllSuccessors(G, R), from, G.node)

AreConnectedIn(m, n, G) == m \in G.node /\ n \in Reached(G, {m})

IsStronglyConnected(G) == \A m \in G.node : Reached(G, {m}) = G.node

ConnectionsIn(G) ==
  LET R == [m \in G.node |-> Reached(G, {m})]
  IN  [m, n \in G.node |-> n \in R[m]]

Descendants(G, n) == Reached(G, Successors(G, n))

Ancestors(G, n) == {m \in G.node : n \in Descendants(G, m)}

HasCycle(G) == \E n \in G.node : n \in Descendants(G, n)

IsDag(G) == IsDirectedGraph(G) /\ ~HasCycle(G)

(* Edges lead towards the root.                                              *)
IsTreeWithRoot(G, r) ==
  /\ IsDirectedGraph(G)
  /\ r \in G.node
  /\ \A n \in G.node : OutDegree(G, n) <= IF n = r THEN 0 ELSE 1
  /\ \A n \in G.node : r \in Reached(G, {n})
=============================================================================
