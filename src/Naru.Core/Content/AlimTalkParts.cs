namespace Naru.Core.Content;

/// <summary>What an AlimTalk may have besides text, title and buttons. KakaoTalk compares all of it with the template (rules §1.4).</summary>
public sealed record AlimTalkParts
{
    /// <summary>At most 16 characters.</summary>
    public string? Header { get; init; }

    public Highlight? Highlight { get; init; }

    public IReadOnlyList<ListItem> Items { get; init; } = [];

    public ListItem? Summary { get; init; }

    public IReadOnlyList<Button> QuickReplies { get; init; } = [];

    public RepresentLink? Link { get; init; }

    public bool IsEmpty => Header is null && Highlight is null && Items.Count == 0 && Summary is null && QuickReplies.Count == 0 && Link is null;

    public bool Equals(AlimTalkParts? other) => other is not null
        && (Header, Highlight, Summary, Link) == (other.Header, other.Highlight, other.Summary, other.Link)
        && Items.SequenceEqual(other.Items) && QuickReplies.SequenceEqual(other.QuickReplies);

    public override int GetHashCode() => HashCode.Combine(Header, Highlight, Summary, Items.Count);
}

/// <summary>The head of an item list.</summary>
/// <param name="Title">At most 30 characters, 21 beside a thumbnail.</param>
/// <param name="Description">At most 19 characters, 13 beside a thumbnail.</param>
/// <param name="ImageUrl">The thumbnail: square, at least 108 wide, at most 500 kB. The template's; never part of a request.</param>
public sealed record Highlight(string Title, string Description, string? ImageUrl = null);

/// <param name="Title">At most 6 characters, no variables.</param>
/// <param name="Description">At most 23 characters; in a summary 14, and an amount.</param>
public sealed record ListItem(string Title, string Description);

/// <summary>Where a tap on the bubble leads; each at most 500 characters.</summary>
public sealed record RepresentLink(string? LinkMobile, string? LinkPc = null, string? SchemeAndroid = null, string? SchemeIos = null);
