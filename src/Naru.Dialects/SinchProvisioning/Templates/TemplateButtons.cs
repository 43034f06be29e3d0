using System.Text.Json;
using Naru.Core.Content;
using Naru.Dialects.Json;

namespace Naru.Dialects.SinchProvisioning.Templates;

/// <summary>The buttons of a template: at most five, each type once, in the order of <c>ordering</c> (contracts/sinch.md §7).</summary>
internal static class TemplateButtons
{
    private const int Most = 5;
    private const int MaxName = 14;
    private const int MaxLink = 500;

    public static List<Button> Read(ref StrictJson json, string name)
    {
        var read = new List<(int Ordering, Button Button)>();
        if (!json.BeginArray(name))
        {
            return [];
        }

        while (json.NextItem())
        {
            if (json.BeginItem())
            {
                var (ordering, button) = ReadOne(ref json);
                if (button.Kind != default && read.Exists(other => other.Button.Kind == button.Kind))
                {
                    json.Fault("type", "must be another type than those of the other buttons");
                }

                if (ordering > 0 && read.Exists(other => other.Ordering == ordering))
                {
                    json.Fault("ordering", "must be another number than those of the other buttons");
                }

                read.Add((ordering, button));
                json.End();
            }
        }

        if (read.Count > Most)
        {
            json.Fault($"size must be between 0 and {Most}");
        }

        json.End();
        return [.. read.OrderBy(one => one.Ordering).Select(one => one.Button)];
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyList<Button> buttons)
    {
        json.WriteStartArray("buttons"u8);
        for (var i = 0; i < buttons.Count; i++)
        {
            var button = buttons[i];
            json.WriteStartObject();
            json.WriteNumber("ordering"u8, i + 1);
            json.WriteString("type"u8, button.Kind == ButtonKind.Call ? System.Text.Encoding.UTF8.GetBytes(TemplateWords.Unrecognized) : TemplateWords.Buttons.WordOf(button.Kind));
            json.WriteString("name"u8, button.Name);
            Link("linkMo", button.LinkMobile);
            Link("linkPc", button.LinkPc);
            Link("schemeIos", button.SchemeIos);
            Link("schemeAndroid", button.SchemeAndroid);
            json.WriteEndObject();
        }

        json.WriteEndArray();

        void Link(string member, string? link)
        {
            if (link is not null)
            {
                json.WriteString(member, link);
            }
        }
    }

    /// <summary>Inside the button's object, to its last member.</summary>
    private static (int Ordering, Button Button) ReadOne(ref StrictJson json)
    {
        int? ordering = null;
        ButtonKind? kind = null;
        string? name = null;
        string? mobile = null;
        string? pc = null;
        string? ios = null;
        string? android = null;
        while (json.NextMember())
        {
            if (json.Is("ordering"u8))
            {
                ordering = json.Int32("ordering", 1, Most);
            }
            else if (json.Is("type"u8))
            {
                kind = json.Choice("type", TemplateWords.Buttons);
            }
            else if (json.Is("name"u8))
            {
                name = json.String("name", MaxName, min: 1);
            }
            else if (json.Is("linkMo"u8))
            {
                mobile = json.String("linkMo", MaxLink);
            }
            else if (json.Is("linkPc"u8))
            {
                pc = json.String("linkPc", MaxLink);
            }
            else if (json.Is("schemeIos"u8))
            {
                ios = json.String("schemeIos", MaxLink);
            }
            else if (json.Is("schemeAndroid"u8))
            {
                android = json.String("schemeAndroid", MaxLink);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(ordering is not null, "ordering");
        json.Require(kind is not null, "type");
        json.Require(name is not null, "name");
        return (ordering ?? 0, new Button(kind ?? default, name ?? "", OrNone(mobile), OrNone(pc), OrNone(android), OrNone(ios)));
    }

    private static string? OrNone(string? link) => link is { Length: > 0 } ? link : null;
}
