-- The Developers platform: each row is a document, found by kind and key and read whole at the start.

CREATE TABLE kakao (
    kind INTEGER NOT NULL,
    key  TEXT NOT NULL,
    body TEXT NOT NULL,          -- JSON
    PRIMARY KEY (kind, key)
) WITHOUT ROWID;
