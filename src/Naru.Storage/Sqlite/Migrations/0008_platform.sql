-- Applications and entities that workspaces registered: names for the tags that messages bear.

CREATE TABLE platform_tag (
    workspace INTEGER NOT NULL,
    kind      INTEGER NOT NULL,
    id        TEXT NOT NULL,
    name      TEXT,
    created   INTEGER NOT NULL,
    PRIMARY KEY (workspace, kind, id)
) WITHOUT ROWID;
