-- Texts that people sent to a workspace's numbers. See Naru.Storage/Rows/InboundCodec.cs for what the blob holds.

CREATE TABLE inbound (
    id        bigint  PRIMARY KEY,
    workspace integer NOT NULL,
    arrived   bigint  NOT NULL,
    waiting   bigint,           -- since when it waits to be pulled; NULL = it does not
    sender    bytea   NOT NULL, -- see TextKey
    receiver  bytea   NOT NULL, -- the workspace's number; see TextKey
    carrier   text    NOT NULL,
    reference bytea   NOT NULL, -- the carrier's own; see TextKey
    body      bytea   NOT NULL
);
CREATE UNIQUE INDEX inbound_reference ON inbound (carrier, reference);
CREATE INDEX inbound_workspace ON inbound (workspace, id);
CREATE INDEX inbound_waiting ON inbound (workspace, id) WHERE waiting IS NOT NULL;
CREATE INDEX inbound_arrived ON inbound (arrived);
