using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Naru.Tests;

namespace Naru.Server.Tests.Operations;

/// <summary>An operator searches the log by event: a number means one thing.</summary>
public sealed partial class EventIdTests
{
    private static readonly (string Room, int Thousand)[] s_rooms =
    [
        ("Naru.Engine", 1), ("Naru.Storage", 2), ("Naru.Console", 3), ("Naru.Dialects", 4), ("Naru.Carriers", 5), ("Naru.Server", 6),
    ];

    private static readonly (string Room, string Method, LoggerMessageAttribute Event)[] s_events =
    [
        .. s_rooms.SelectMany(room => Assembly.Load(room.Room).GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => (room.Room, $"{method.DeclaringType}.{method.Name}", method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(found => found.Item3 is not null)
            .Select(found => (found.Room, found.Item2, found.Item3!))),
    ];

    [Fact]
    public void Every_log_event_of_the_sources_is_looked_at()
    {
        var written = Directory.EnumerateFiles(Checkout.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Sum(file => LoggerMessage().Count(File.ReadAllText(file)));

        s_events.Length.ShouldBe(written);
        written.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void No_two_log_events_share_an_id() =>
        s_events.GroupBy(found => found.Event.EventId)
            .Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: {string.Join(", ", same.Select(found => found.Method))}")
            .ShouldBeEmpty();

    [Fact]
    public void Every_log_event_has_an_id_of_its_rooms_thousand() =>
        s_events.Where(found => found.Event.EventId / 1000 != s_rooms.Single(room => room.Room == found.Room).Thousand)
            .Select(found => $"{found.Event.EventId}: {found.Method}")
            .ShouldBeEmpty();

    [Fact]
    public void Every_warning_and_error_is_in_the_table_for_operators()
    {
        var operations = File.ReadAllText(Checkout.PathOf("docs/operations.md"));
        var table = operations[operations.IndexOf("| Event | Level |", StringComparison.Ordinal)..];

        s_events.Where(found => found.Event.Level >= LogLevel.Warning && !Regex.IsMatch(table, $@"\b{found.Event.EventId}\b"))
            .Select(found => $"{found.Event.EventId}: {found.Method}")
            .ShouldBeEmpty();
    }

    [GeneratedRegex(@"\[LoggerMessage\(")]
    private static partial Regex LoggerMessage();
}
