using Naru.Core.Content;
using Naru.Core.Templates;

namespace Naru.Console.Pages.Templates;

/// <summary>
/// A template as the editor holds it, every text as it was written. Fields bear the names that findings have as places. What message type and
/// emphasis have no use for is kept, so that a choice can be taken back.
/// </summary>
public sealed record TemplateForm
{
    public static readonly TemplateForm Empty = new();

    /// <summary>Only of a new template; empty = one is made.</summary>
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public string Category { get; init; } = TemplateDetails.OtherCategory;

    public TemplateKind Kind { get; init; }

    public Emphasis Emphasis { get; init; }

    public string Title { get; init; } = "";

    public string Subtitle { get; init; } = "";

    public string ImageName { get; init; } = "";

    public string ImageUrl { get; init; } = "";

    public string Header { get; init; } = "";

    public string HighlightTitle { get; init; } = "";

    public string HighlightDescription { get; init; } = "";

    public string HighlightImage { get; init; } = "";

    public IReadOnlyList<ListItem> Items { get; init; } = [];

    public string SummaryTitle { get; init; } = "";

    public string SummaryDescription { get; init; } = "";

    public string Text { get; init; } = "";

    public string Extra { get; init; } = "";

    public bool Security { get; init; }

    public string LinkMobile { get; init; } = "";

    public string LinkPc { get; init; } = "";

    public string LinkAndroid { get; init; } = "";

    public string LinkIos { get; init; } = "";

    public IReadOnlyList<ButtonForm> Buttons { get; init; } = [];

    public IReadOnlyList<ButtonForm> QuickReplies { get; init; } = [];

    /// <summary>What variables are filled with to try; never stored.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static TemplateForm Of(TemplateDetails details) => new()
    {
        Name = details.Name,
        Category = details.CategoryCode,
        Kind = details.Kind,
        Emphasis = details.Emphasis,
        Title = details.Title ?? "",
        Subtitle = details.Subtitle ?? "",
        ImageName = details.ImageName ?? "",
        ImageUrl = details.ImageUrl ?? "",
        Header = details.Header ?? "",
        HighlightTitle = details.Highlight?.Title ?? "",
        HighlightDescription = details.Highlight?.Description ?? "",
        HighlightImage = details.Highlight?.ImageUrl ?? "",
        Items = details.Items,
        SummaryTitle = details.Summary?.Title ?? "",
        SummaryDescription = details.Summary?.Description ?? "",
        Text = details.Text,
        Extra = details.Extra ?? "",
        Security = details.Security,
        LinkMobile = details.Link?.LinkMobile ?? "",
        LinkPc = details.Link?.LinkPc ?? "",
        LinkAndroid = details.Link?.SchemeAndroid ?? "",
        LinkIos = details.Link?.SchemeIos ?? "",
        Buttons = [.. details.Buttons.Select(ButtonForm.Of)],
        QuickReplies = [.. details.QuickReplies.Select(ButtonForm.Of)],
    };

    /// <summary>The template that is written here. Text keeps its white space, which counts when messages are compared with it.</summary>
    public TemplateDetails ToDetails()
    {
        var list = Emphasis == Emphasis.ItemList;
        var titled = Emphasis == Emphasis.Text;
        return new TemplateDetails(Name.Trim(), Text)
        {
            Kind = Kind,
            Emphasis = Emphasis,
            Title = titled ? Given(Title) : null,
            Subtitle = titled ? Given(Subtitle) : null,
            ImageName = Emphasis == Emphasis.Image ? Given(ImageName) : null,
            ImageUrl = list || Emphasis == Emphasis.Image ? Given(ImageUrl) : null,
            Header = list ? Given(Header) : null,
            Highlight = list && HighlightTitle.Length + HighlightDescription.Length + HighlightImage.Length > 0
                ? new Highlight(HighlightTitle, HighlightDescription, Given(HighlightImage))
                : null,
            Items = list ? Items : [],
            Summary = list && SummaryTitle.Length + SummaryDescription.Length > 0 ? new ListItem(SummaryTitle, SummaryDescription) : null,
            Extra = Kind is TemplateKind.Extra or TemplateKind.Mixed ? Given(Extra) : null,
            Security = Security,
            CategoryCode = Given(Category) ?? TemplateDetails.OtherCategory,
            Link = LinkMobile.Length + LinkPc.Length + LinkAndroid.Length + LinkIos.Length > 0
                ? new RepresentLink(Given(LinkMobile), Given(LinkPc), Given(LinkAndroid), Given(LinkIos))
                : null,
            Buttons = [.. Buttons.Select(button => button.ToButton())],
            QuickReplies = [.. QuickReplies.Select(reply => reply.ToButton())],
        };
    }

    private static string? Given(string text) => text.Trim() is { Length: > 0 } given ? given : null;
}
