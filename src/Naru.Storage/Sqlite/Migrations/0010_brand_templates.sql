-- Templates of Brand Messages, whole.

CREATE TABLE brand_template (
    workspace INTEGER NOT NULL,
    code      TEXT NOT NULL,
    owner     TEXT NOT NULL,     -- the key of the sender or group
    body      TEXT NOT NULL,     -- JSON
    PRIMARY KEY (workspace, code)
) WITHOUT ROWID;
CREATE INDEX brand_template_owner ON brand_template (owner);
