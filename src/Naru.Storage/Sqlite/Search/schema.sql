-- What lists and searches need and the journey does not: fed from a cursor behind it. Nothing here is the only copy of anything.

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE by_workspace (
    workspace INTEGER NOT NULL,
    id        INTEGER NOT NULL,
    PRIMARY KEY (workspace, id)
) WITHOUT ROWID;

CREATE TABLE by_recipient (
    workspace INTEGER NOT NULL,
    recipient INTEGER NOT NULL,
    id        INTEGER NOT NULL,
    PRIMARY KEY (workspace, recipient, id)
) WITHOUT ROWID;

-- Shared envelopes whose text is in envelope_text.
CREATE TABLE envelope (
    id INTEGER PRIMARY KEY
);

-- Without content and without positions: a third of the size. What the trigrams promise is checked on the message itself.
CREATE VIRTUAL TABLE message_text USING fts5 (text, content = '', detail = none, columnsize = 0, tokenize = 'trigram');
CREATE VIRTUAL TABLE envelope_text USING fts5 (text, content = '', detail = none, columnsize = 0, tokenize = 'trigram');
