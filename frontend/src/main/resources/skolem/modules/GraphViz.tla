------------------------------ MODULE GraphViz ------------------------------
(* Graphs as text for the program dot; refused where it is evaluated.        *)
LOCAL INSTANCE SkolemPrimitives

DotDiGraph(G, VL(_), EL(_)) == NotSupported("DotDiGraph")
=============================================================================
