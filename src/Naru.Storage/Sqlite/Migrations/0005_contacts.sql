-- Contacts and conversations. See Naru.Storage/Rows for what the blobs hold.

CREATE TABLE contact (
    id        INTEGER PRIMARY KEY,
    workspace INTEGER NOT NULL,
    external  BLOB,              -- the caller's own id; see TextKey
    body      BLOB NOT NULL
);
CREATE INDEX contact_workspace ON contact (workspace);
CREATE INDEX contact_external ON contact (workspace, external) WHERE external IS NOT NULL;

CREATE TABLE contact_identity (
    workspace INTEGER NOT NULL,
    address   BLOB NOT NULL,     -- E.164 digits, or the channel's own id; see TextKey
    channel   INTEGER NOT NULL,
    app       BLOB NOT NULL,
    contact   INTEGER NOT NULL,
    PRIMARY KEY (workspace, address, channel, app)
) WITHOUT ROWID;
CREATE INDEX contact_identity_contact ON contact_identity (contact);

-- Phone numbers that several contacts of a workspace have: few, kept with every change, so that a list of them looks at nothing else.
CREATE TABLE contact_conflict (
    workspace INTEGER NOT NULL,
    phone     INTEGER NOT NULL,
    PRIMARY KEY (workspace, phone)
) WITHOUT ROWID;

CREATE TABLE conversation (
    id        INTEGER PRIMARY KEY,
    workspace INTEGER NOT NULL,
    app       INTEGER NOT NULL,
    contact   INTEGER NOT NULL,
    active    INTEGER NOT NULL,
    channel   INTEGER NOT NULL,
    body      BLOB NOT NULL
);
CREATE INDEX conversation_contact ON conversation (contact);
CREATE INDEX conversation_active ON conversation (contact, app) WHERE active = 1;

-- The workspace stands first because a purge walks along it too.
CREATE INDEX conversation_app ON conversation (workspace, app, active, channel);
