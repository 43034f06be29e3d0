using Naru.Console.Text;
using Naru.Core.Content;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Console.Handset;

/// <summary>All that one handset page shows.</summary>
public sealed record HandsetView
{
    public required Words Words { get; init; }

    public required HandsetAddress Address { get; init; }

    public required Workspace Workspace { get; init; }

    /// <summary>The time on the phone's clock.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>For the first curl: scheme and host as the browser knows them.</summary>
    public required string Origin { get; init; }

    /// <summary>Those that match the search, the latest first, at most <see cref="HandsetReader.MaxPhones"/>.</summary>
    public IReadOnlyList<HandsetPhone> Phones { get; init; } = [];

    /// <summary>How many phones there are, whatever the search says.</summary>
    public int PhoneCount { get; init; }

    public IReadOnlyList<HandsetRoom> Rooms { get; init; } = [];

    /// <summary>The open room, where the address names one.</summary>
    public OpenRoom? Room { get; init; }

    /// <summary>The button that was just pressed.</summary>
    public Button? Pressed { get; init; }

    public HandsetWords Text => Words.Handset;

    public bool IsEmpty => PhoneCount == 0;
}

/// <param name="Messages">Oldest first.</param>
/// <param name="HasOlder">More lie before them.</param>
public sealed record OpenRoom(RoomKey Key, IReadOnlyList<HandsetMessage> Messages, bool HasOlder)
{
    /// <summary>The sender's own number where nothing names it.</summary>
    public string Name => Messages is [.., var last] ? NameOf(last) : Key.Sender;

    public static string NameOf(HandsetMessage message) => Named(message.DisplayName) ?? Named(message.ChannelName) ?? message.Sender;

    private static string? Named(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
