using Microsoft.Data.Sqlite;

namespace Naru.Carriers.Smpp.Storage;

/// <summary>The commands of a store, which end with it.</summary>
internal sealed class CommandSet(SqliteConnection connection) : IDisposable
{
    private readonly List<Command> _commands = [];

    public Command Make(string sql, int parameters)
    {
        var command = new Command(connection, sql, parameters);
        _commands.Add(command);
        return command;
    }

    public void Dispose() => _commands.ForEach(static command => command.Close());
}
