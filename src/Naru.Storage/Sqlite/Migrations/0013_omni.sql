-- The order in which a workspace's OMNI messages try channels.

CREATE TABLE omni_scenario (
    workspace INTEGER NOT NULL,
    key       TEXT NOT NULL,
    body      TEXT NOT NULL,     -- JSON
    created   INTEGER NOT NULL,
    PRIMARY KEY (workspace, key)
) WITHOUT ROWID;
