-- Senders and templates on their way to approval, and the history of each.

ALTER TABLE sender ADD COLUMN body text NOT NULL DEFAULT '{}';   -- JSON: all but name and state

-- When those were made that are there is not known: they begin to age now.
UPDATE sender SET body = format('{"CreatedAt":"%1$s","ModifiedAt":"%1$s"}', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));
UPDATE template SET body = format(
    '{"Details":{"Language":"KO","Items":[],"CategoryCode":"999999","Buttons":[],"QuickReplies":[],%2$s,"CreatedAt":"%1$s","ModifiedAt":"%1$s"}', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), substr(body, 2)); -- of two members of one name the later counts

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
