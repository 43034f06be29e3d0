-- What somebody should look at: bounded in number, all read at the start. See Naru.Core/Alarms/Alarm.cs.
CREATE TABLE alarm (
    id        bigint  PRIMARY KEY,
    workspace integer NOT NULL, -- 0 = of the installation
    body      bytea   NOT NULL
);

-- The name of the operator's credential.
ALTER TABLE carrier_secret ADD COLUMN entered_by text NOT NULL DEFAULT '';
