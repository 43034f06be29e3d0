-- Which carrier takes what, and our credentials at carriers.

CREATE TABLE carrier_route (
    workspace bigint NOT NULL,  -- 0 = every workspace
    channel   bigint NOT NULL,
    sender    text   NOT NULL,  -- '' = every sender
    carrier   text   NOT NULL,
    cutover   text,             -- the new carrier
    percent   bigint NOT NULL,
    staff     text   NOT NULL,  -- numbers with a space between
    PRIMARY KEY (workspace, channel, sender)
);

CREATE TABLE carrier_secret (
    carrier text   NOT NULL,
    name    text   NOT NULL,
    value   text   NOT NULL,    -- sealed
    entered bigint NOT NULL,
    PRIMARY KEY (carrier, name)
);
