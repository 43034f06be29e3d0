-- The order in which a workspace's OMNI messages try channels.

CREATE TABLE omni_scenario (
    workspace bigint NOT NULL,
    key       text   NOT NULL,
    body      text   NOT NULL,   -- JSON
    created   bigint NOT NULL,
    PRIMARY KEY (workspace, key)
);
