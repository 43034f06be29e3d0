-- The words of messages, in capitals (see SearchWords): LIKE over trigrams finds any part of them. Template and bulk content stands once.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE message_text (
    id        bigint   PRIMARY KEY,
    workspace integer  NOT NULL,
    partition smallint NOT NULL,
    words     text     NOT NULL
);
CREATE INDEX message_text_words ON message_text USING gin (words gin_trgm_ops);

CREATE TABLE envelope_text (
    id        bigint  PRIMARY KEY,
    workspace integer NOT NULL,
    words     text    NOT NULL
);
CREATE INDEX envelope_text_words ON envelope_text USING gin (words gin_trgm_ops);
