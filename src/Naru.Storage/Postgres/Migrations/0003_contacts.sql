-- Contacts and conversations. See Naru.Storage/Rows for what the blobs hold.

CREATE TABLE contact (
    id        bigint  PRIMARY KEY,
    workspace integer NOT NULL,
    external  bytea,              -- the caller's own id; see TextKey
    body      bytea   NOT NULL
);
CREATE INDEX contact_workspace ON contact (workspace, id);
CREATE INDEX contact_external ON contact (workspace, external, id) WHERE external IS NOT NULL;

CREATE TABLE contact_identity (
    contact   bigint   NOT NULL,
    phone     bigint,             -- the address as a number that other channels know too; see ConflictNumber
    workspace integer  NOT NULL,
    channel   smallint NOT NULL,
    address   bytea    NOT NULL,  -- E.164 digits, or the channel's own id; see TextKey
    app       bytea    NOT NULL,
    PRIMARY KEY (workspace, address, channel, app)
);
CREATE INDEX contact_identity_contact ON contact_identity (contact);
CREATE INDEX contact_identity_phone ON contact_identity (workspace, phone) WHERE phone IS NOT NULL;

-- Phone numbers that several contacts of a workspace have: few, kept with every change, so that a list of them looks at nothing else.
CREATE TABLE contact_conflict (
    phone     bigint  NOT NULL,
    workspace integer NOT NULL,
    PRIMARY KEY (workspace, phone)
);

CREATE TABLE conversation (
    id        bigint   PRIMARY KEY,
    contact   bigint   NOT NULL,
    workspace integer  NOT NULL,
    app       integer  NOT NULL,
    channel   smallint NOT NULL,
    active    boolean  NOT NULL,
    body      bytea    NOT NULL
);
CREATE INDEX conversation_contact ON conversation (contact, id);
CREATE INDEX conversation_active ON conversation (contact, app, id) WHERE active;
CREATE INDEX conversation_app ON conversation (workspace, app, active, channel, id);
