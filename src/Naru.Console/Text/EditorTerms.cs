using System.Globalization;
using System.Text.RegularExpressions;
using Naru.Core.Content;
using Naru.Core.Templates;

namespace Naru.Console.Text;

/// <summary>The words for the parts of a template and for what is found in them.</summary>
public static partial class EditorTerms
{
    public static string Kind(TemplateKind kind, EditorWords words) => kind switch
    {
        TemplateKind.Basic => words.Basic,
        TemplateKind.Extra => words.WithExtra,
        TemplateKind.AddChannel => words.WithInvitation,
        TemplateKind.Mixed => words.Mixed,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    public static string Emphasis(Emphasis emphasis, EditorWords words) => emphasis switch
    {
        Naru.Core.Templates.Emphasis.None => words.EmphasisNone,
        Naru.Core.Templates.Emphasis.Text => words.EmphasisText,
        Naru.Core.Templates.Emphasis.Image => words.EmphasisImage,
        Naru.Core.Templates.Emphasis.ItemList => words.EmphasisList,
        _ => throw new ArgumentOutOfRangeException(nameof(emphasis), emphasis, "No such emphasis."),
    };

    public static string Severity(Severity severity, EditorWords words) => severity switch
    {
        Naru.Core.Templates.Severity.Hint => words.Hint,
        Naru.Core.Templates.Severity.Warning => words.Warning,
        Naru.Core.Templates.Severity.Error => words.Error,
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "No such severity."),
    };

    public static string Tone(Severity severity) => severity switch
    {
        Naru.Core.Templates.Severity.Error => "bad",
        Naru.Core.Templates.Severity.Warning => "warn",
        _ => "quiet",
    };

    /// <summary>Button 2 · Name</summary>
    public static string Place(string place, Words words)
    {
        var row = RowPattern().Match(place);
        if (!row.Success)
        {
            return Member(place, words);
        }

        var number = int.Parse(row.Groups["index"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) + 1;
        var name = row.Groups["list"].Value switch
        {
            "items" => words.Editor.ItemNumber(number),
            "buttons" => words.Editor.ButtonNumber(number),
            _ => words.Editor.QuickReplyNumber(number),
        };
        return row.Groups["member"].Value is { Length: > 0 } member ? $"{name} · {Member(row.Groups["list"].Value == "items" ? "items." + member : member, words)}" : name;
    }

    /// <summary>A part by its name in the form; what nobody knows is called as it is.</summary>
    public static string Member(string member, Words words)
    {
        var (editor, phone) = (words.Editor, words.Handset);
        return member switch
        {
            "name" => editor.Name,
            "code" => editor.Code,
            "categoryCode" => editor.Category,
            "kind" => editor.Kind,
            "emphasis" => editor.Emphasis,
            "text" => editor.Text,
            "title" => editor.Title,
            "subtitle" => editor.Subtitle,
            "imageName" => editor.ImageName,
            "imageUrl" => editor.ImageUrl,
            "header" => editor.Header,
            "highlight" => editor.Highlight,
            "highlight.title" => editor.HighlightTitle,
            "highlight.description" => editor.HighlightDescription,
            "highlight.imageUrl" => editor.Thumbnail,
            "items" => editor.Items,
            "items.title" => editor.ItemTitle,
            "items.description" => editor.ItemDescription,
            "summary" => editor.Summary,
            "summary.title" => $"{editor.Summary} · {editor.ItemTitle}",
            "summary.description" => $"{editor.Summary} · {editor.SummaryDescription}",
            "extra" => editor.Extra,
            "security" => editor.Security,
            "buttons" => editor.Buttons,
            "quickReplies" => editor.QuickReplies,
            "link" => editor.Link,
            "target" => editor.OpensOutside,
            "linkMobile" => phone.OnMobile,
            "linkPc" => phone.OnPc,
            "schemeAndroid" => phone.OnAndroid,
            "schemeIos" => phone.OnIos,
            "link.linkMobile" => $"{editor.Link} · {phone.OnMobile}",
            "link.linkPc" => $"{editor.Link} · {phone.OnPc}",
            "link.schemeAndroid" => $"{editor.Link} · {phone.OnAndroid}",
            "link.schemeIos" => $"{editor.Link} · {phone.OnIos}",
            "chatExtra" => editor.ChatExtra,
            "chatEvent" => editor.ChatEvent,
            "extras.pluginId" => editor.PluginId,
            "extras.relayId" => editor.RelayId,
            "extras.oneClickId" => editor.OneClickId,
            "extras.productId" => editor.ProductId,
            "extras.formId" => editor.FormId,
            "extras.phone" => editor.CallNumber,
            _ => member,
        };
    }

    [GeneratedRegex(@"^(?<list>items|buttons|quickReplies)\[(?<index>\d{1,3})\](\.(?<member>.+))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RowPattern();
}
