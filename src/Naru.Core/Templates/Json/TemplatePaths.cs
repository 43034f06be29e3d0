namespace Naru.Core.Templates.Json;

/// <summary>Places of the domain as members of the JSON.</summary>
internal static class TemplatePaths
{
    private static readonly (string Place, string Path)[] s_first =
    [
        ("text", "templateContent"), ("title", "templateTitle"), ("subtitle", "templateSubtitle"), ("name", "templateName"), ("code", "templateCode"),
        ("header", "templateHeader"), ("highlight", "templateItemHighlight"), ("items", "templateItem.list"), ("summary", "templateItem.summary"),
        ("extra", "templateExtra"), ("link", "templateRepresentLink"), ("imageUrl", "templateImageUrl"), ("security", "securityFlag"), ("kind", "templateMessageType"),
    ];

    private static readonly (string Member, string Path)[] s_last =
        [("linkMobile", "linkMo"), ("kind", "type"), ("formId", "bizFormId"), ("phone", "telNumber")];

    public static string Of(string place)
    {
        var end = place.AsSpan().IndexOfAny('.', '[');
        var first = end < 0 ? place : place[..end];
        var rest = end < 0 ? "" : place[end..];
        var dot = rest.LastIndexOf('.');
        if (dot >= 0)
        {
            rest = rest[..(dot + 1)] + Find(s_last, rest[(dot + 1)..]);
        }

        return Find(s_first, first) + rest;
    }

    private static string Find((string Word, string Path)[] table, string word) =>
        table.FirstOrDefault(row => string.Equals(row.Word, word, StringComparison.Ordinal)).Path ?? word;
}
