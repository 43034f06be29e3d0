-- Apps and the webhooks they register. Secrets in "body" and "subscription" are sealed: see ISecretBox.

CREATE TABLE app (
    id        INTEGER PRIMARY KEY,
    workspace INTEGER NOT NULL,
    public_id TEXT NOT NULL,
    created   INTEGER NOT NULL,
    body      TEXT NOT NULL      -- JSON
);
CREATE INDEX app_workspace ON app (workspace);

ALTER TABLE endpoint ADD COLUMN subscription TEXT; -- JSON; null where messages name the URL
