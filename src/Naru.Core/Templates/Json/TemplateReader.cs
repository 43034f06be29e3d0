using System.Text.Json;
using Naru.Core.Content;

namespace Naru.Core.Templates.Json;

/// <summary>Reads one template; every fault is kept, none ends the reading.</summary>
internal sealed class TemplateReader
{
    private readonly List<TemplateJsonFault> _faults = [];

    public TemplateReading Read(JsonElement template)
    {
        if (template.ValueKind != JsonValueKind.Object)
        {
            _faults.Add(new TemplateJsonFault("", new("템플릿은 JSON 객체여야 합니다.", "A template is a JSON object.")));
            return new TemplateReading(null, null, _faults);
        }

        var root = new JsonMembers(template, "", _faults);
        var item = root.Object("templateItem");
        var details = new TemplateDetails(root.Text("templateName") ?? "", root.Text("templateContent") ?? "")
        {
            Kind = root.Word("templateMessageType", TemplateWords.Kinds, TemplateKind.Basic),
            Emphasis = root.Word("templateEmphasizeType", TemplateWords.Emphases, Emphasis.None),
            Title = root.Text("templateTitle"),
            Subtitle = root.Text("templateSubtitle"),
            ImageName = root.Text("templateImageName"),
            ImageUrl = root.Text("templateImageUrl"),
            Header = root.Text("templateHeader"),
            Highlight = ReadHighlight(root.Object("templateItemHighlight")),
            Items = [.. (item?.Array("list") ?? []).Select(ReadItem)],
            Summary = item?.Object("summary") is { } summary ? ReadItem(summary) : null,
            Extra = root.Text("templateExtra"),
            Link = root.Object("templateRepresentLink") is { } link
                ? new RepresentLink(link.Text("linkMo"), link.Text("linkPc"), link.Text("schemeAndroid"), link.Text("schemeIos"))
                : null,
            Security = root.Flag("securityFlag"),
            CategoryCode = root.Text("categoryCode") ?? TemplateDetails.OtherCategory,
            Buttons = ReadButtons(root, "buttons"),
            QuickReplies = ReadButtons(root, "quickReplies"),
        };
        if (!template.TryGetProperty("templateContent", out _))
        {
            _faults.Add(new TemplateJsonFault("templateContent", new("본문이 없습니다.", "It has no text.")));
        }

        var code = root.Text("templateCode");
        return new TemplateReading(_faults.Count == 0 ? details : null, code, _faults);
    }

    private static Highlight? ReadHighlight(JsonMembers? highlight) => highlight is null
        ? null
        : new Highlight(highlight.Text("title") ?? "", highlight.Text("description") ?? "", highlight.Text("imageUrl"));

    private static ListItem ReadItem(JsonMembers item) => new(item.Text("title") ?? "", item.Text("description") ?? "");

    /// <summary>In the order of <c>ordering</c> where all have one, else as they stand.</summary>
    private List<Button> ReadButtons(JsonMembers root, string name)
    {
        var read = root.Array(name).Select(button => (Ordering: button.Number("ordering"), Place: button.Path, Button: ReadButton(button))).ToList();
        if (read.Count == 0 || read.Exists(button => button.Ordering is null))
        {
            return [.. read.Select(button => button.Button)];
        }

        foreach (var twice in read.GroupBy(button => button.Ordering).Where(group => group.Count() > 1).Select(group => group.Last()))
        {
            _faults.Add(new TemplateJsonFault($"{twice.Place}.ordering", new("같은 순서가 또 있습니다.", "Another one has this ordering.")));
        }

        return [.. read.OrderBy(button => button.Ordering).Select(button => button.Button)];
    }

    private Button ReadButton(JsonMembers button)
    {
        var type = button.Text("type") ?? button.Text("linkType");
        if (ButtonCodes.Find(type) is not { } kind)
        {
            var known = string.Join(", ", ButtonCodes.All.Order(StringComparer.Ordinal));
            _faults.Add(new TemplateJsonFault($"{button.Path}.type", new($"버튼 종류는 {known} 가운데 하나입니다.", $"A button's type is one of {known}.")));
            kind = ButtonKind.WebLink;
        }

        var extras = new ButtonExtras(
            button.Text("pluginId"), button.Text("relayId"), button.Text("oneClickId"), button.Text("productId"), button.Text("bizFormId"), button.Text("telNumber"));
        return new Button(
            kind, button.Text("name") ?? "", button.Text("linkMo"), button.Text("linkPc"), button.Text("schemeAndroid"), button.Text("schemeIos"),
            button.Text("target"), button.Text("chatExtra") ?? button.Text("chat_extra"), button.Text("chatEvent") ?? button.Text("chat_event"))
        {
            Extras = extras == new ButtonExtras() ? null : extras,
        };
    }
}
