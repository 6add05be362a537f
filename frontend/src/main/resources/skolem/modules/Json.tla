-------------------------------- MODULE Json --------------------------------
(* Values as JSON text and files; refused where they are evaluated.          *)
LOCAL INSTANCE SkolemPrimitives

ToJson(value) == NotSupported("ToJson")
ToJsonArray(value) == NotSupported("ToJsonArray")
ToJsonObject(value) == NotSupported("ToJsonObject")
JsonSerialize(absoluteFilename, value) == NotSupported("JsonSerialize")
JsonDeserialize(absoluteFilename) == NotSupported("JsonDeserialize")
ndJsonSerialize(absoluteFilename, value) == NotSupported("ndJsonSerialize")
ndJsonDeserialize(absoluteFilename) == NotSupported("ndJsonDeserialize")
=============================================================================
