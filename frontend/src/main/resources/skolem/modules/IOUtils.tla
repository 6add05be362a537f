------------------------------ MODULE IOUtils -------------------------------
(* Files, processes and the environment, refused where they are evaluated;   *)
(* and numbers as strings.                                                   *)
LOCAL INSTANCE Integers
LOCAL INSTANCE Sequences
LOCAL INSTANCE TLC
LOCAL INSTANCE SkolemPrimitives

IOSerialize(val, absoluteFilename, compress) == NotSupported("IOSerialize")
IODeserialize(absoluteFilename, compressed) == NotSupported("IODeserialize")
Serialize(value, dest, options) == NotSupported("Serialize")
Deserialize(src, options) == NotSupported("Deserialize")
IOExec(command) == NotSupported("IOExec")
IOEnvExec(env, command) == NotSupported("IOEnvExec")
IOExecTemplate(commandTemplate, parameters) == NotSupported("IOExecTemplate")
IOEnvExecTemplate(env, commandTemplate, parameters) ==
  NotSupported("IOEnvExecTemplate")
IOEnv == NotSupported("IOEnv")

LOCAL Digit(c) == CHOOSE d \in 0..9 : ToString(d) = c

atoi(str) ==
  LET negative == Len(str) > 0 /\ SubSeq(str, 1, 1) = "-"
      digits == (IF negative THEN 2 ELSE 1)..Len(str)
      value == FoldValues(LAMBDA i, v : 10 * v + Digit(SubSeq(str, i, i)), 0, digits)
  IN  IF negative THEN -value ELSE value

zeroPadN(n, width) ==
  LET text == ToString(n)
  IN  FoldValues(LAMBDA i, padded : "0" \o padded, text, 1..(width - Len(text)))
=============================================================================
