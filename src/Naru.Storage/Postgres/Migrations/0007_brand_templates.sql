-- Templates of Brand Messages, whole.

CREATE TABLE brand_template (
    workspace bigint NOT NULL,
    code      text   NOT NULL,
    owner     text   NOT NULL,   -- the key of the sender or group
    body      text   NOT NULL,   -- JSON
    PRIMARY KEY (workspace, code)
);
CREATE INDEX brand_template_owner ON brand_template (owner);
