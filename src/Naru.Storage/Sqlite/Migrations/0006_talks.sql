-- Which conversation a message belongs to: for lists of messages inside conversations, and of one of them. Messages outside have none, and no place in
-- the indexes: they cost nothing.

ALTER TABLE message ADD COLUMN talk INTEGER;
CREATE INDEX message_in_talk ON message (workspace, id) WHERE talk IS NOT NULL;
CREATE INDEX message_of_talk ON message (talk, id) WHERE talk IS NOT NULL;
