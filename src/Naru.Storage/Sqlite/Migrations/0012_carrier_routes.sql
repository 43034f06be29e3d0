-- Which carrier takes what, and our credentials at carriers.

CREATE TABLE carrier_route (
    workspace INTEGER NOT NULL,  -- 0 = every workspace
    channel   INTEGER NOT NULL,
    sender    TEXT NOT NULL,     -- '' = every sender
    carrier   TEXT NOT NULL,
    cutover   TEXT,              -- the new carrier
    percent   INTEGER NOT NULL,
    staff     TEXT NOT NULL,     -- numbers with a space between
    PRIMARY KEY (workspace, channel, sender)
) WITHOUT ROWID;

CREATE TABLE carrier_secret (
    carrier TEXT NOT NULL,
    name    TEXT NOT NULL,
    value   TEXT NOT NULL,       -- sealed
    entered INTEGER NOT NULL,
    PRIMARY KEY (carrier, name)
) WITHOUT ROWID;
