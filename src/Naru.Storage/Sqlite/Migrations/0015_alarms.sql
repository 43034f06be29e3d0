-- What somebody should look at: bounded in number, all read at the start. See Naru.Core/Alarms/Alarm.cs.
CREATE TABLE alarm (
    id        INTEGER PRIMARY KEY,
    workspace INTEGER NOT NULL, -- 0 = of the installation
    body      BLOB NOT NULL
);
