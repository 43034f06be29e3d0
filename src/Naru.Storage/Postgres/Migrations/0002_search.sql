-- What lists and searches need and the journey does not: fed from a cursor behind it. Nothing here is the only copy of anything.
-- The tables for texts are in Search/texts.sql: they need an extension.

CREATE TABLE listing (
    id        bigint   NOT NULL,
    recipient bigint   NOT NULL,
    workspace integer  NOT NULL,
    partition smallint NOT NULL,
    PRIMARY KEY (workspace, id)
);
CREATE INDEX listing_recipient ON listing (workspace, recipient, id);

-- Removed rows whose traces above are still to be wiped out: a pass of the feeder may be about to write them.
CREATE TABLE gone_message (
    id        bigint  PRIMARY KEY,
    workspace integer NOT NULL
);
CREATE TABLE gone_envelope (
    id bigint PRIMARY KEY
);
