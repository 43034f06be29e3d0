-- What somebody should look at: bounded in number, all read at the start. See Naru.Core/Alarms/Alarm.cs.
CREATE TABLE alarm (
    id        bigint  PRIMARY KEY,
    workspace integer NOT NULL, -- 0 = of the installation
    body      bytea   NOT NULL
);
