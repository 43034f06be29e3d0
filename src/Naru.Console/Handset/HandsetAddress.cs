using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Console.Handset;

/// <summary>What the handset shows, as it stands in the address bar.</summary>
public sealed record HandsetAddress
{
    public const string Path = "/handset";

    /// <summary>Named only where it is not the demo's.</summary>
    public Guid? Workspace { get; init; }

    public Recipient? To { get; init; }

    public bool Sms { get; init; }

    /// <summary>The sender whose room is open; null = the list.</summary>
    public string? Room { get; init; }

    /// <summary>Only what lies before this message.</summary>
    public long? Before { get; init; }

    /// <summary>The phone search.</summary>
    public string? Search { get; init; }

    /// <summary>A button that was just pressed: (message, button). Its sheet is shown.</summary>
    public (long Message, int Button)? Pressed { get; init; }

    public RoomKey? RoomKey => Room is null ? null : new RoomKey(Sms, Room);

    public static HandsetAddress Read(IQueryCollection query) => new()
    {
        Workspace = Guid.TryParse(query["workspace"], out var workspace) ? workspace : null,
        To = Text(query, "to") is { } to ? Recipient.Parse(to) : null,
        Sms = query["app"] == "sms",
        Room = Text(query, "room"),
        Before = long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null,
        Search = Text(query, "search"),
        Pressed = ReadPressed(query["pressed"]),
    };

    public HandsetAddress Phone(Recipient to) => this with { To = to, Sms = false, Room = null, Before = null, Pressed = null };

    public HandsetAddress App(bool sms) => this with { Sms = sms, Room = null, Before = null, Pressed = null };

    public HandsetAddress Open(RoomKey room) => this with { Sms = room.IsSms, Room = room.Sender, Before = null, Pressed = null };

    public string Url(string path = Path, string? language = null)
    {
        var query = new QueryBuilder();
        Add("workspace", Workspace?.ToString());
        Add("to", To?.Value);
        Add("app", Sms ? "sms" : null);
        Add("room", Room);
        Add("before", Before?.ToString(CultureInfo.InvariantCulture));
        Add("search", Search);
        Add("pressed", Pressed is { } pressed ? string.Create(CultureInfo.InvariantCulture, $"{pressed.Message}.{pressed.Button}") : null);
        Add("lang", language);
        return path + query;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }
    }

    private static string? Text(IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 and <= 200 } text ? text : null;

    private static (long, int)? ReadPressed(string? text) =>
        text?.Split('.') is [var message, var button]
        && long.TryParse(message, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && int.TryParse(button, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? (id, index)
            : null;
}
