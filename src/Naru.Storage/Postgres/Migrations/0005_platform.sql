-- Applications and entities that workspaces registered: names for the tags that messages bear.

CREATE TABLE platform_tag (
    workspace bigint NOT NULL,
    kind      bigint NOT NULL,
    id        text   NOT NULL,
    name      text,
    created   bigint NOT NULL,
    PRIMARY KEY (workspace, kind, id)
);
