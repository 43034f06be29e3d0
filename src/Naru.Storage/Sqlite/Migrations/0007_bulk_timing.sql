-- The time of a bulk, and how often its owner changed it. See Naru.Storage/Rows/BulkTimingCodec.cs.
ALTER TABLE bulk ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE bulk ADD COLUMN timing BLOB; -- null where its messages never waited in lanes of its own
