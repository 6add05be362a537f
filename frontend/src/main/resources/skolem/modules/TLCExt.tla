------------------------------- MODULE TLCExt -------------------------------
(* Extensions of TLC. What needs the state of a run of TLC is refused where  *)
(* it is evaluated.                                                          *)
LOCAL INSTANCE TLC
LOCAL INSTANCE SkolemPrimitives

AssertEq(a, b) == a = b \/ (PrintT(<<"Assertion failed", a, b>>) /\ FALSE)

TLCDefer(expression) == TRUE

TLCNoOp(val) == val

TLCCache(expression, closure) == expression

AssertError(err, exp) == NotSupported("AssertError")
PickSuccessor(exp) == exp \/ NotSupported("PickSuccessor")
TLCGetOrDefault(key, defaultVal) == NotSupported("TLCGetOrDefault")
TLCGetAndSet(key, Op(_, _), val, defaultVal) == NotSupported("TLCGetAndSet")
TLCModelValue(str) == NotSupported("TLCModelValue")
TLCFP(var) == NotSupported("TLCFP")
TLCEvalDefinition(definitionName) == NotSupported("TLCEvalDefinition")
Trace == NotSupported("Trace")
CounterExample == NotSupported("CounterExample")
ToTrace(CE) == NotSupported("ToTrace")
=============================================================================
