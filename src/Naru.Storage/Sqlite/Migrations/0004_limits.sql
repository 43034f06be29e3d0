-- How far the slots of a limit are given away. No row where no limit is set. See Naru.Engine/Ports/LimitRow.cs.
CREATE TABLE rate_limit (
    id        INTEGER PRIMARY KEY,
    workspace INTEGER NOT NULL, -- 0 = of a carrier account
    next_free INTEGER NOT NULL
);

ALTER TABLE message ADD COLUMN app INTEGER NOT NULL DEFAULT 0; -- 0 = none

-- Open messages of apps: counted at every start, without walking over their rows.
CREATE INDEX message_app ON message (app) WHERE app <> 0 AND lane <> 0;
