-- Who there is: small rows, few writes, all read at start. Secrets in "body" and "subscription" are sealed: see ISecretBox. Texts are as
-- StorableText writes them.

CREATE TABLE workspace (
    id        bigint PRIMARY KEY,
    public_id text   NOT NULL,
    name      text   NOT NULL,
    kind      bigint NOT NULL,
    settings  text   NOT NULL,   -- JSON
    created   bigint NOT NULL
);

CREATE TABLE credential (
    id          bigint PRIMARY KEY,
    workspace   bigint NOT NULL,
    kind        bigint NOT NULL,
    name        text   NOT NULL,
    secret_hash text   NOT NULL,
    scopes      text   NOT NULL, -- JSON
    created     bigint NOT NULL,
    last_used   bigint,
    revoked     bigint
);
CREATE INDEX credential_workspace ON credential (workspace);

CREATE TABLE sender (
    key          text   PRIMARY KEY,
    workspace    bigint NOT NULL,
    channel_name text   NOT NULL,
    display_name text   NOT NULL,
    state        bigint NOT NULL
);
CREATE INDEX sender_workspace ON sender (workspace);

CREATE TABLE template (
    sender text   NOT NULL,
    code   text   NOT NULL,
    state  bigint NOT NULL,
    body   text   NOT NULL,      -- JSON
    PRIMARY KEY (sender, code)
);

CREATE TABLE endpoint (
    id            bigint PRIMARY KEY,
    workspace     bigint NOT NULL,
    url           text   NOT NULL,
    content_type  text   NOT NULL,
    created       bigint NOT NULL,
    resting_until bigint,
    failures      bigint NOT NULL,
    last_failure  text,
    subscription  text           -- JSON; null where messages name the URL
);
CREATE INDEX endpoint_workspace ON endpoint (workspace);

CREATE TABLE app (
    id        bigint PRIMARY KEY,
    workspace bigint NOT NULL,
    public_id text   NOT NULL,
    created   bigint NOT NULL,
    body      text   NOT NULL    -- JSON
);
CREATE INDEX app_workspace ON app (workspace);

CREATE TABLE access_token (
    hash       text   PRIMARY KEY,
    workspace  bigint NOT NULL,
    credential bigint NOT NULL,
    kind       bigint NOT NULL,
    created    bigint NOT NULL,
    expires    bigint NOT NULL
);
CREATE INDEX access_token_workspace ON access_token (workspace);
