using System.Text.Json;
using Naru.Console.Pages.Parts;
using Naru.Console.Text;
using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;
using Naru.Core.Kakao.Templates.Building;
using Naru.Engine.Kakao;

namespace Naru.Console.Pages.Kakao;

/// <summary>The builder as it is to look now: the form, what is wrong with it, and the message beside it.</summary>
/// <param name="Faults">By the paths of fields; of the JSON under <c>object</c>.</param>
/// <param name="Preview">Null where the JSON is no template.</param>
/// <param name="Arguments">The keys of its placeholders.</param>
/// <param name="Left">Places that were in the JSON and are in no field.</param>
public sealed record KakaoTemplateView(
    DevelopersApp App, CustomTemplate? Template, KakaoTemplateForm Form, FormFaults Faults, TalkBubble? Preview, IReadOnlyList<string> Arguments, IReadOnlyList<string> Left)
{
    public const int MaxName = 100;

    /// <summary>Of the whole, in characters of JSON.</summary>
    public const int MaxObject = 10_000;

    public bool MayBeStored => Form.Entry is null || CustomTemplate.MayBe(Form.Entry.Shape);

    /// <param name="whole">Also what is missing is a fault: not while somebody still writes.</param>
    public static KakaoTemplateView Of(DevelopersApp app, CustomTemplate? template, KakaoTemplateForm form, KakaoWords words, bool whole, IReadOnlyList<string>? left = null)
    {
        var faults = new FormFaults();
        if (whole && form.Name.Trim().Length is 0 or > MaxName)
        {
            faults.Add("name", words.NameNeeded(MaxName));
        }

        foreach (var fault in form.Entry is { } entry ? TemplateEntryCheck.FaultsOf(entry) : [])
        {
            if (whole || form.Entry![fault.Path].Length > 0)
            {
                faults.Add(fault.Path, words.FieldFault(fault));
            }
        }

        if (form.Json.Length > MaxObject)
        {
            faults.Add("object", words.TemplateTooLong(MaxObject));
        }
        else if (faults.Count == 0 && (whole || form.Entry is null) && CustomTemplate.Check(form.Json) is { } broken)
        {
            faults.Add("object", form.Entry is { } shaped && !CustomTemplate.MayBe(shaped.Shape) ? words.NotStored : words.TemplateIsWrong(broken.ToString()));
        }

        return new KakaoTemplateView(app, template, form, faults, Show(app, form), TemplateArguments.NamesIn(form.Json), left ?? []);
    }

    /// <summary>With its placeholders as they stand, and links as they may lead.</summary>
    private static TalkBubble? Show(DevelopersApp app, KakaoTemplateForm form)
    {
        var json = form.Entry is { } entry ? TemplateEntryWriter.Write(entry.Shown()) : form.Json;
        try
        {
            using var filled = TemplateReader.Parse(TemplateArguments.Fill(json, null, "${ME}").Json);
            return TalkComposer.FromObject(app with { Overflow = TextOverflow.Truncate }, filled.RootElement, out _) is { } talk
                ? new TalkBubble(app.Id, app.Name, app.IconUrl, app.SiteUrl, app.Keys.Native, 0, "", "Message", talk.Template, talk.Dropped, [])
                : null;
        }
        catch (JsonException)
        {
            // It is still being written; what is wrong is said at the field.
            return null;
        }
    }
}
