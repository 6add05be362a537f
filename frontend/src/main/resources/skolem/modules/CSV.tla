-------------------------------- MODULE CSV ---------------------------------
(* Files of comma-separated values; refused where they are evaluated.        *)
LOCAL INSTANCE SkolemPrimitives

CSVWrite(template, val, file) == NotSupported("CSVWrite")
CSVWriteRecord(record, delim, headers, file) == NotSupported("CSVWriteRecord")
CSVRead(columns, delimiter, file) == NotSupported("CSVRead")
CSVRecords(file) == NotSupported("CSVRecords")
=============================================================================
