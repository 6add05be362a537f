------------------------------- MODULE ShiViz -------------------------------
(* Error traces for the program ShiViz; refused where they are evaluated.    *)
INSTANCE Toolbox
LOCAL INSTANCE SkolemPrimitives

Host == NotSupported("Host")
Clock == NotSupported("Clock")
=============================================================================
