-- The journey. Times are Unix milliseconds. See Naru.Storage/Rows for what the blobs hold. Columns stand by size, so that none is padded.

-- Single facts of the installation: its key, and numbers that must never be used again.
CREATE TABLE meta (
    name   text PRIMARY KEY,
    number bigint,
    bytes  bytea
);

-- Every transition makes a new version of its row, with an entry in each index that holds it: so there are few. Lists have tables of their own
-- (0002_search.sql), which are written once for each message and behind the journey.
CREATE TABLE message (
    id        bigint   NOT NULL, -- the dense, ascending sequence number; unique over all partitions
    lane      bigint   NOT NULL, -- 0 = final; see StoredLane
    due       bigint,
    done      bigint,
    recipient bigint   NOT NULL, -- E.164 digits; 0 = no number, the text is in "given"
    bulk      bigint   NOT NULL, -- 0 = came alone
    envelope  bigint   NOT NULL, -- 0 = in "given"
    accepted  bigint   NOT NULL,
    talk      bigint,            -- the conversation it belongs to
    workspace integer  NOT NULL,
    version   integer  NOT NULL,
    app       integer  NOT NULL, -- 0 = none
    partition smallint NOT NULL,
    state     smallint NOT NULL,
    journey   bytea    NOT NULL,
    given     bytea    NOT NULL,
    PRIMARY KEY (partition, id)
) WITH (
    -- Dead versions are taken away while they are few: by the default a fifth of all messages would have to be dead first.
    autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.1, autovacuum_analyze_scale_factor = 0.02
);

-- The hot index: open rows only. It does not begin with the partition: one owner reads a lane over all partitions. Of 500,000 open rows a page of 256
-- took 0.3 ms here; by (partition, lane, due, id), with 64 walks and a merge, 3 to 13 ms. Owners of some partitions each will want that one.
CREATE INDEX message_open ON message (lane, due, id) WHERE lane <> 0;

-- What an operator looks for among millions: few rows.
CREATE INDEX message_failed ON message (workspace, id) WHERE state IN (11, 12, 13, 14);

-- Messages of conversations; those outside have no place here.
CREATE INDEX message_in_talk ON message (workspace, id) WHERE talk IS NOT NULL;
CREATE INDEX message_of_talk ON message (talk, id) WHERE talk IS NOT NULL;

CREATE TABLE envelope (
    id    bigint PRIMARY KEY,
    uses  bigint NOT NULL, -- messages that name it; it goes with the last
    first bigint NOT NULL, -- the lowest and highest of their sequence numbers
    last  bigint NOT NULL,
    body  bytea  NOT NULL
);

CREATE TABLE bulk (
    id        bigint  PRIMARY KEY,
    name      uuid,              -- the claim of an id chosen by the client
    first     bigint  NOT NULL,
    last      bigint  NOT NULL,
    created   bigint  NOT NULL,
    workspace integer NOT NULL,
    count     integer NOT NULL,
    revision  integer NOT NULL DEFAULT 0,
    sealed    boolean NOT NULL,
    body      bytea   NOT NULL,
    timing    bytea
);
CREATE INDEX bulk_unsealed ON bulk (id) WHERE NOT sealed;
CREATE INDEX bulk_name ON bulk (name) WHERE name IS NOT NULL;
CREATE INDEX bulk_workspace ON bulk (workspace);

-- Client ids. The key is the first half of a SHA-256 (see ClaimKey): a uuid in size only. The value is the packed key of the message that holds the id.
CREATE TABLE claim (
    key     uuid   PRIMARY KEY,
    message bigint NOT NULL
);

CREATE TABLE idempotency (
    key       uuid    PRIMARY KEY,
    expires   bigint  NOT NULL,
    bulk      bigint  NOT NULL,
    workspace integer NOT NULL,
    body_hash bytea   NOT NULL,
    receipt   bytea              -- null until the submission is complete
);
CREATE INDEX idempotency_expires ON idempotency (expires);
CREATE INDEX idempotency_workspace ON idempotency (workspace);
CREATE INDEX idempotency_bulk ON idempotency (bulk) WHERE bulk <> 0;

-- Final reports that wait to be pulled.
CREATE TABLE pull (
    id        bigint   NOT NULL,
    at        bigint   NOT NULL,
    workspace integer  NOT NULL,
    dialect   smallint NOT NULL,
    channel   smallint NOT NULL,
    partition smallint NOT NULL,
    PRIMARY KEY (workspace, dialect, channel, id)
);

CREATE TABLE push (
    id        bigint   PRIMARY KEY,
    due       bigint   NOT NULL,
    created   bigint   NOT NULL,
    settled   bigint,
    workspace integer  NOT NULL,
    endpoint  integer  NOT NULL,
    state     smallint NOT NULL, -- 1 = open
    body      bytea    NOT NULL
);
CREATE INDEX push_open ON push (endpoint, due, id) WHERE state = 1;
CREATE INDEX push_workspace ON push (workspace, id);

-- How far the slots of a limit are given away. No row where no limit is set. See Naru.Engine/Ports/LimitRow.cs.
CREATE TABLE rate_limit (
    id        bigint  PRIMARY KEY,
    next_free bigint  NOT NULL,
    workspace integer NOT NULL -- 0 = of a carrier account
);
CREATE INDEX rate_limit_workspace ON rate_limit (workspace);
