-------------------------- MODULE UndirectedGraphs --------------------------
(* Undirected graphs as records of a set of nodes and a set of edges, which  *)
(* are sets of one or two nodes. Names and meanings are those of the         *)
(* community modules.                                                        *)
LOCAL INSTANCE Naturals
LOCAL INSTANCE Sequences
LOCAL INSTANCE FiniteSets
LOCAL INSTANCE SkolemPrimitives

LOCAL IsGraphRecord(G) == G = [node |-> G.node, edge |-> G.edge]

IsUndirectedGraph(G) ==
  IsGraphRecord(G) /\ \A e \in G.edge : \E a, b \in G.node : e = {a, b}

IsLoopFreeUndirectedGraph(G) ==
  IsUndirectedGraph(G) /\ \A e \in G.edge : Cardinality(e) = 2

UndirectedSubgraph(G) ==
  LET within(N) == {e \in G.edge : \E a, b \in N : e = {a, b}}
  IN  UNION {[node : {N}, edge : SUBSET within(N)] : N \in SUBSET G.node}

UndirectedGraphs(S) ==
  [node : {S}, edge : SUBSET {{a, b} : a, b \in S}]

-----------------------------------------------------------------------------
(* Paths: sequences of nodes, with an edge between each and the next.        *)

Path(G) ==
  {p \in Seq(G.node) :
     Len(p) > 0 /\ \A i \in 2..Len(p) : {p[i - 1], p[i]} \in G.edge}

LOCAL Neighbours(G, n) == {m \in G.node : {m, n} \in G.edge}

(* Paths that come to no node twice, made longer by one node in each round.  *)
SimplePath(G) ==
  LET longer(p) ==
        {Append(p, n) : n \in Neighbours(G, p[Len(p)]) \ {p[i] : i \in DOMAIN p}}
      grow(round, paths) == paths \cup UNION {longer(p) : p \in paths}
  IN  FoldValues(grow, {<<n>> : n \in G.node}, G.node)

(* The nodes that a path connects with n.                                    *)
LOCAL Component(G, n) ==
  FoldValues(
    LAMBDA round, C : C \cup UNION {Neighbours(G, m) : m \in C},
    {n}, G.node)

AreConnectedIn(m, n, G) == m \in G.node /\ n \in Component(G, m)

ConnectedComponents(G) == {Component(G, n) : n \in G.node}

IsStronglyConnected(G) == ConnectedComponents(G) = {G.node}
=============================================================================
