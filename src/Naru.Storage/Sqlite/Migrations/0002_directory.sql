-- Who there is: small rows, few writes, all read at start.

CREATE TABLE workspace (
    id        INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    name      TEXT NOT NULL,
    kind      INTEGER NOT NULL,
    settings  TEXT NOT NULL,     -- JSON
    created   INTEGER NOT NULL
);

CREATE TABLE credential (
    id          INTEGER PRIMARY KEY,
    workspace   INTEGER NOT NULL,
    kind        INTEGER NOT NULL,
    name        TEXT NOT NULL,
    secret_hash TEXT NOT NULL,
    scopes      TEXT NOT NULL,   -- JSON
    created     INTEGER NOT NULL,
    last_used   INTEGER,
    revoked     INTEGER
);
CREATE INDEX credential_workspace ON credential (workspace);

CREATE TABLE sender (
    key          TEXT PRIMARY KEY,
    workspace    INTEGER NOT NULL,
    channel_name TEXT NOT NULL,
    display_name TEXT NOT NULL,
    state        INTEGER NOT NULL
);
CREATE INDEX sender_workspace ON sender (workspace);

CREATE TABLE template (
    sender TEXT NOT NULL,
    code   TEXT NOT NULL,
    state  INTEGER NOT NULL,
    body   TEXT NOT NULL,        -- JSON
    PRIMARY KEY (sender, code)
);

CREATE TABLE endpoint (
    id            INTEGER PRIMARY KEY,
    workspace     INTEGER NOT NULL,
    url           TEXT NOT NULL,
    content_type  TEXT NOT NULL,
    created       INTEGER NOT NULL,
    resting_until INTEGER,
    failures      INTEGER NOT NULL,
    last_failure  TEXT
);
CREATE INDEX endpoint_workspace ON endpoint (workspace);

CREATE TABLE access_token (
    hash       TEXT PRIMARY KEY,
    workspace  INTEGER NOT NULL,
    credential INTEGER NOT NULL,
    kind       INTEGER NOT NULL,
    created    INTEGER NOT NULL,
    expires    INTEGER NOT NULL
);
CREATE INDEX access_token_workspace ON access_token (workspace);
