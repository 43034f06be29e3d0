-- The journey. Times are Unix milliseconds. See Naru.Storage/Rows for what the blobs hold.

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;

-- The key is the dense, ascending sequence number: every append goes to the right edge. What a transition rewrites stands before what it
-- leaves alone, so that it never has to look into an overflow page.
CREATE TABLE message (
    id        INTEGER PRIMARY KEY,
    workspace INTEGER NOT NULL,
    state     INTEGER NOT NULL,
    version   INTEGER NOT NULL,
    lane      INTEGER NOT NULL, -- 0 = final; see StoredLane
    due       INTEGER,
    done      INTEGER,
    recipient INTEGER NOT NULL, -- E.164 digits; 0 = no number, the text is in "given"
    bulk      INTEGER NOT NULL, -- 0 = came alone
    envelope  INTEGER NOT NULL, -- 0 = in "given"
    accepted  INTEGER NOT NULL,
    journey   BLOB NOT NULL,
    given     BLOB NOT NULL
);

-- The hot index: open rows only. The row's id is its last column by itself.
CREATE INDEX message_open ON message (lane, due) WHERE lane <> 0;

-- What an operator looks for among millions: few rows.
CREATE INDEX message_failed ON message (workspace) WHERE state IN (11, 12, 13, 14);

CREATE TABLE envelope (
    id    INTEGER PRIMARY KEY,
    uses  INTEGER NOT NULL, -- messages that name it; it goes with the last
    first INTEGER NOT NULL, -- the lowest and highest of their sequence numbers
    last  INTEGER NOT NULL,
    body  BLOB NOT NULL
);

CREATE TABLE bulk (
    id        INTEGER PRIMARY KEY,
    workspace INTEGER NOT NULL,
    name      BLOB,             -- the claim of an id chosen by the client
    first     INTEGER NOT NULL,
    last      INTEGER NOT NULL,
    count     INTEGER NOT NULL,
    created   INTEGER NOT NULL,
    sealed    INTEGER NOT NULL,
    body      BLOB NOT NULL
);
CREATE INDEX bulk_unsealed ON bulk (id) WHERE sealed = 0;
CREATE INDEX bulk_name ON bulk (name) WHERE name IS NOT NULL;
CREATE INDEX bulk_workspace ON bulk (workspace);

-- Client ids; see ClaimIndex for how. The key is the first half of a SHA-256 (see ClaimKey), the value the packed key of the message that
-- holds the id. New claims are appended to the log and held in memory; many at once become a sorted run.
CREATE TABLE claim_log (
    id      INTEGER PRIMARY KEY,
    key     BLOB NOT NULL,
    message INTEGER NOT NULL
);
CREATE TABLE claim (
    run     INTEGER NOT NULL,
    key     BLOB NOT NULL,
    message INTEGER NOT NULL,
    PRIMARY KEY (run, key)
) WITHOUT ROWID;
CREATE TABLE claim_run (
    id     INTEGER PRIMARY KEY,
    count  INTEGER NOT NULL,
    last   INTEGER NOT NULL, -- the highest sequence number that a claim of it names
    log_to INTEGER NOT NULL, -- the last entry of the log that is in it
    filter BLOB NOT NULL
);

CREATE TABLE idempotency (
    id        INTEGER PRIMARY KEY,
    key       BLOB NOT NULL UNIQUE,
    workspace INTEGER NOT NULL,
    expires   INTEGER NOT NULL,
    bulk      INTEGER NOT NULL,
    body_hash BLOB NOT NULL,
    receipt   BLOB              -- null until the submission is complete
);
CREATE INDEX idempotency_expires ON idempotency (expires);
CREATE INDEX idempotency_workspace ON idempotency (workspace);
CREATE INDEX idempotency_bulk ON idempotency (bulk) WHERE bulk <> 0;

-- Final reports that wait to be pulled.
CREATE TABLE pull (
    workspace INTEGER NOT NULL,
    dialect   INTEGER NOT NULL,
    channel   INTEGER NOT NULL,
    id        INTEGER NOT NULL,
    partition INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (workspace, dialect, channel, id)
) WITHOUT ROWID;

CREATE TABLE push (
    id        INTEGER PRIMARY KEY,
    workspace INTEGER NOT NULL,
    endpoint  INTEGER NOT NULL,
    state     INTEGER NOT NULL, -- 1 = open
    due       INTEGER NOT NULL,
    created   INTEGER NOT NULL,
    settled   INTEGER,
    body      BLOB NOT NULL
);
CREATE INDEX push_open ON push (endpoint, due) WHERE state = 1;
CREATE INDEX push_workspace ON push (workspace);

-- Removed rows whose traces in the search file are still to be wiped out; what is needed for that.
CREATE TABLE gone_message (
    id        INTEGER PRIMARY KEY,
    workspace INTEGER NOT NULL,
    recipient INTEGER NOT NULL,
    given     BLOB NOT NULL
);
CREATE TABLE gone_envelope (
    id   INTEGER PRIMARY KEY,
    body BLOB NOT NULL
);
