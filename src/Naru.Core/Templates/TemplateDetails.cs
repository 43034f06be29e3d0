using Naru.Core.Content;

namespace Naru.Core.Templates;

/// <summary>What a template says, in KakaoTalk's full shape (rules §1.2). Variables are written <c>#{name}</c>; lengths are counted with them.</summary>
/// <param name="Name">For people; at most 150 characters, unique for its sender.</param>
/// <param name="Text">At most 1,300 characters; 700 beside an item list.</param>
public sealed record TemplateDetails(string Name, string Text)
{
    public const string OtherCategory = "999999";

    /// <summary>As Sinch names it, such as <c>KO</c>; KakaoTalk knows none.</summary>
    public string Language { get; init; } = "KO";

    public TemplateKind Kind { get; init; } = TemplateKind.Basic;

    public Emphasis Emphasis { get; init; }

    /// <summary>The emphasised title, for <see cref="Emphasis.Text"/>; may hold variables. At most 50.</summary>
    public string? Title { get; init; }

    /// <summary>Shown above the title, for <see cref="Emphasis.Text"/>; no variables, never sent. At most 50.</summary>
    public string? Subtitle { get; init; }

    public string? ImageName { get; init; }

    /// <summary>For <see cref="Emphasis.Image"/> (twice as wide as high, at least 500 × 250, at most 500 kB); never part of a request.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>For <see cref="Emphasis.ItemList"/>: at most 16; may hold variables.</summary>
    public string? Header { get; init; }

    /// <summary>For <see cref="Emphasis.ItemList"/>.</summary>
    public Highlight? Highlight { get; init; }

    /// <summary>For <see cref="Emphasis.ItemList"/>: two to ten.</summary>
    public IReadOnlyList<ListItem> Items { get; init; } = [];

    /// <summary>The last line of an item list, such as a sum.</summary>
    public ListItem? Summary { get; init; }

    /// <summary>What stands under the text where <see cref="Kind"/> says so; no variables. At most 500.</summary>
    public string? Extra { get; init; }

    /// <summary>Where a tap on the bubble leads.</summary>
    public RepresentLink? Link { get; init; }

    /// <summary>The text is hidden on every device but the main one.</summary>
    public bool Security { get; init; }

    /// <summary>Six digits (rules §1.6).</summary>
    public string CategoryCode { get; init; } = OtherCategory;

    /// <summary>At most five, two beside quick replies.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>At most ten, for channels with a bot or consultation.</summary>
    public IReadOnlyList<Button> QuickReplies { get; init; } = [];

    /// <summary>What stands under the text of a message; null where the kind shows none.</summary>
    public string? ExtraShown => Kind is TemplateKind.Extra or TemplateKind.Mixed ? Extra : null;

    /// <summary>Whether KakaoTalk adds <see cref="AlimTalkLimits.ChannelSentence"/>.</summary>
    public bool InvitesToChannel => Kind is TemplateKind.AddChannel or TemplateKind.Mixed;

    public bool Equals(TemplateDetails? other) => other is not null
        && (Name, Text, Language, Kind, Emphasis, Title, Subtitle) == (other.Name, other.Text, other.Language, other.Kind, other.Emphasis, other.Title, other.Subtitle)
        && (ImageName, ImageUrl, Header, Highlight, Summary, Extra, Link) == (other.ImageName, other.ImageUrl, other.Header, other.Highlight, other.Summary, other.Extra, other.Link)
        && (Security, CategoryCode) == (other.Security, other.CategoryCode)
        && Items.SequenceEqual(other.Items) && Buttons.SequenceEqual(other.Buttons) && QuickReplies.SequenceEqual(other.QuickReplies);

    public override int GetHashCode() => HashCode.Combine(Name, Text, Kind, Emphasis, Title);
}

/// <summary>KakaoTalk's message types. Numbers are stored: never renumber.</summary>
public enum TemplateKind : byte
{
    /// <summary>BA</summary>
    Basic = 0,

    /// <summary>EX: further information under the text, <see cref="TemplateDetails.Extra"/>.</summary>
    Extra = 1,

    /// <summary>AD: a sentence of KakaoTalk's own that invites to add the channel, and the button for it.</summary>
    AddChannel = 2,

    /// <summary>MI: both.</summary>
    Mixed = 3,
}

/// <summary>What stands out at the top of the bubble. Numbers are stored: never renumber.</summary>
public enum Emphasis : byte
{
    None = 0,
    Text = 1,
    Image = 2,
    ItemList = 3,
}
