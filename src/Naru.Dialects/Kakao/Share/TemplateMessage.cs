using System.Globalization;
using System.Text.Json;
using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;

namespace Naru.Dialects.Kakao.Share;

/// <summary>The <c>template_msg</c> of a validated share: what the SDKs hand on to KakaoTalk and look at no further than its size (contracts/kakao-developers.md §7).</summary>
internal static class TemplateMessage
{
    public static void Write(Utf8JsonWriter json, DevelopersApp app, TalkTemplate template)
    {
        json.WriteStartObject();
        json.WriteStartObject("P"u8);
        json.WriteString("TP"u8, template.Shape.ToString());
        json.WriteString("ME"u8, "${ME}"u8);
        json.WriteString("SID"u8, "capri_" + app.Id.ToString(CultureInfo.InvariantCulture));
        json.WriteString("SNM"u8, app.Name);
        if (app.IconUrl.Length > 0)
        {
            json.WriteString("SIC"u8, app.IconUrl);
        }

        json.WritePropertyName("L"u8);
        WriteLink(json, app, template.MainLink ?? TalkLink.None);
        json.WriteBoolean("FW"u8, true);
        json.WriteString("RF"u8, "out-client"u8);
        json.WriteEndObject();
        WriteContent(json, app, template);
        json.WriteEndObject();
    }

    /// <summary>
    /// Where a link that is left out would stand here: <c>P.L.LMO</c> of the message itself, as the contract has it; of a content or a button the path of the
    /// same form.
    /// </summary>
    public static string PlaceOf(TalkTemplate template, DroppedLink link)
    {
        var dot = link.Place.LastIndexOf('.');
        var (of, which) = (link.Place[..dot], link.Place[(dot + 1)..] == "web_url" ? "LPC" : "LMO");
        var main = (template.Link is not null, template.Shape == TalkShape.List) switch
        {
            (true, true) => "header_link",
            (true, false) => "link",
            (false, true) => "contents[0].link",
            (false, false) => "content.link",
        };
        return of == main ? $"P.L.{which}"
            : of.Replace("content.link", "C.ITL[0].L", StringComparison.Ordinal).Replace("contents", "C.ITL", StringComparison.Ordinal).Replace("buttons", "C.BUL", StringComparison.Ordinal)
                .Replace("].link", "].L", StringComparison.Ordinal) + "." + which;
    }

    private static void WriteContent(Utf8JsonWriter json, DevelopersApp app, TalkTemplate template)
    {
        json.WriteStartObject("C"u8);
        if (template.Text is { } text)
        {
            json.WriteString(template.Shape == TalkShape.List ? "HD"u8 : "TX"u8, text);
        }

        json.WriteStartArray("ITL"u8);
        foreach (var content in template.Contents)
        {
            json.WriteStartObject();
            json.WriteStartObject("TD"u8);
            Text(json, "T", content.Title);
            Text(json, "D", content.Description);
            json.WriteEndObject();
            Text(json, "THU", content.ImageUrl);
            json.WritePropertyName("L"u8);
            WriteLink(json, app, content.Link);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (template.Contents is [var first, ..])
        {
            json.WriteStartObject("TI"u8);
            json.WriteStartObject("TD"u8);
            Text(json, "T", first.Title);
            Text(json, "D", first.Description);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteStartArray("BUL"u8);
        foreach (var button in template.ShownButtons)
        {
            json.WriteStartObject();
            json.WriteStartObject("BU"u8);
            json.WriteString("T"u8, button.Title);
            json.WriteEndObject();
            json.WritePropertyName("L"u8);
            WriteLink(json, app, button.Link);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLink(Utf8JsonWriter json, DevelopersApp app, TalkLink link)
    {
        json.WriteStartObject();
        Text(json, "LPC", link.WebUrl);
        Text(json, "LMO", link.MobileWebUrl);
        json.WriteString("LCA"u8, Scheme(app, link.AndroidParams));
        json.WriteString("LCI"u8, Scheme(app, link.IosParams));
        json.WriteEndObject();
    }

    private static string Scheme(DevelopersApp app, string? parameters) => $"kakao{app.Keys.Native}://kakaolink" + (string.IsNullOrEmpty(parameters) ? "" : "?" + parameters);

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
