-- The Developers platform: each row is a document, found by kind and key and read whole at the start.

CREATE TABLE kakao (
    kind bigint NOT NULL,
    key  text   NOT NULL,
    body text   NOT NULL,        -- JSON
    PRIMARY KEY (kind, key)
);
