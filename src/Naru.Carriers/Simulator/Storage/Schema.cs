using Naru.Engine.Ports;

namespace Naru.Carriers.Simulator.Storage;

/// <summary>The tables of <c>simulator.db</c>. A file that another version wrote is refused: it holds nothing but trials, so it may be deleted.</summary>
internal static class Schema
{
    private const long Version = 2;

    private const string Tables =
        """
        CREATE TABLE attempt (
            key INTEGER PRIMARY KEY, -- see AttemptTable
            mark INTEGER NOT NULL,   -- hash of workspace and reference: the same key of another installation is another attempt
            workspace INTEGER NOT NULL,
            at INTEGER NOT NULL,
            code TEXT);              -- what was answered; NULL is "taken"

        CREATE TABLE handed (        -- the keys of each hand-over, in order of time: what retention works through
            id INTEGER PRIMARY KEY,
            workspace INTEGER NOT NULL,
            at INTEGER NOT NULL,
            keys BLOB NOT NULL);
        CREATE INDEX handed_of ON handed (workspace);

        CREATE TABLE phone_off (     -- when the first attempt came for a phone that is off
            mark INTEGER PRIMARY KEY,
            workspace INTEGER NOT NULL,
            first INTEGER NOT NULL);

        CREATE TABLE later (         -- arrivals and reports that are due later
            id INTEGER PRIMARY KEY,
            due INTEGER NOT NULL,
            workspace INTEGER NOT NULL,
            recipient INTEGER NOT NULL,
            message INTEGER NOT NULL,
            number INTEGER NOT NULL,
            code TEXT,               -- to report; NULL when only the arrival is due
            card BLOB);              -- to show; NULL when it was shown already
        CREATE INDEX later_due ON later (due, id);

        CREATE TABLE handset (       -- by phone it is found in memory: see HandsetIndex
            id INTEGER PRIMARY KEY,
            workspace INTEGER NOT NULL,
            recipient INTEGER NOT NULL,
            at INTEGER NOT NULL,
            channel INTEGER NOT NULL,
            template TEXT,
            card BLOB NOT NULL,
            pressed BLOB);

        CREATE TABLE last_id (       -- ids are not given out again after the newest message was cleared away
            only INTEGER PRIMARY KEY CHECK (only = 1),
            handset INTEGER NOT NULL);
        INSERT INTO last_id VALUES (1, 0);
        """;

    public static void Prepare(Connection connection, string path)
    {
        var version = connection.Scalar("PRAGMA user_version");
        if (version == Version)
        {
            return;
        }

        if (version != 0)
        {
            throw new StoreRefusedException($"{path} was written by another version of the simulator ({version}, this is {Version}). Delete it: it holds only what was sent to the simulator.");
        }

        connection.Execute($"BEGIN IMMEDIATE; {Tables} PRAGMA user_version = {Version}; COMMIT;");
    }
}
