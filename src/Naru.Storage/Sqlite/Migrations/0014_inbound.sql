-- Texts that people sent to a workspace's numbers. See Naru.Storage/Rows/InboundCodec.cs for what the blob holds.

CREATE TABLE inbound (
    id        INTEGER PRIMARY KEY,
    workspace INTEGER NOT NULL,
    arrived   INTEGER NOT NULL,
    waiting   INTEGER,          -- since when it waits to be pulled; NULL = it does not
    sender    BLOB NOT NULL,    -- see TextKey
    receiver  BLOB NOT NULL,    -- the workspace's number; see TextKey
    carrier   TEXT NOT NULL,
    reference BLOB NOT NULL,    -- the carrier's own; see TextKey
    body      BLOB NOT NULL
);
CREATE UNIQUE INDEX inbound_reference ON inbound (carrier, reference);
CREATE INDEX inbound_workspace ON inbound (workspace, id);
CREATE INDEX inbound_waiting ON inbound (workspace, id) WHERE waiting IS NOT NULL;
CREATE INDEX inbound_arrived ON inbound (arrived);
