-- Senders and templates on their way to approval, and the history of each.

ALTER TABLE sender ADD COLUMN body TEXT NOT NULL DEFAULT '{}';   -- JSON: all but name and state

-- When those were made that are there is not known: they begin to age now.
UPDATE sender SET body = json_object('CreatedAt', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'ModifiedAt', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
UPDATE template SET body = json_object(
    'Details', json_patch('{"Language":"KO","Items":[],"CategoryCode":"999999","Buttons":[],"QuickReplies":[]}', body), 'CreatedAt', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'ModifiedAt', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));

CREATE TABLE activity (
    id        INTEGER PRIMARY KEY,
    workspace INTEGER NOT NULL,
    sender    TEXT NOT NULL,
    template  TEXT NOT NULL,     -- empty: the sender's own
    kind      INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    author    TEXT NOT NULL,
    comment   TEXT,
    news      INTEGER            -- what subscribers have yet to be told of it
);
CREATE INDEX activity_subject ON activity (sender, template, id);
CREATE INDEX activity_workspace ON activity (workspace);
CREATE INDEX activity_untold ON activity (id) WHERE news IS NOT NULL;
