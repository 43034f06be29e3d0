-- What somebody should look at: bounded in number, all read at the start. See Naru.Core/Alarms/Alarm.cs.
CREATE TABLE alarm (
    id        INTEGER PRIMARY KEY,
    workspace INTEGER NOT NULL, -- 0 = of the installation
    body      BLOB NOT NULL
);

-- The name of the operator's credential.
ALTER TABLE carrier_secret ADD COLUMN entered_by TEXT NOT NULL DEFAULT '';
