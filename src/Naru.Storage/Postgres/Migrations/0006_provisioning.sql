-- Senders and templates on their way to approval, and the history of each.

ALTER TABLE sender ADD COLUMN body text NOT NULL DEFAULT '{}';   -- JSON: all but name and state

UPDATE template SET body = '{"Details":' || body || '}';

CREATE TABLE activity (
    id        bigint PRIMARY KEY,
    workspace bigint NOT NULL,
    sender    text   NOT NULL,
    template  text   NOT NULL,   -- empty: the sender's own
    kind      bigint NOT NULL,
    at        bigint NOT NULL,
    author    text   NOT NULL,
    comment   text,
    news      bigint             -- what subscribers have yet to be told of it
);
CREATE INDEX activity_subject ON activity (sender, template, id);
CREATE INDEX activity_workspace ON activity (workspace);
CREATE INDEX activity_untold ON activity (id) WHERE news IS NOT NULL;
