using Naru.Console.Pages.Parts;
using Naru.Console.Text;
using Naru.Core.Templates;

namespace Naru.Console.Pages.Templates;

/// <summary>What has to be so for a template to be stored at all, even as a draft. Everything else is a finding, which its writer may live with.</summary>
internal static class TemplateSaving
{
    /// <summary>Of a line; more than any rule allows, so that what is too long can be seen and cut.</summary>
    public const int MaxLine = 1000;

    /// <summary>Of a text of several lines.</summary>
    public const int MaxText = 5000;

    public static void Check(TemplateForm form, TemplateDetails details, bool isNew, AlimTalkRules rules, EditorWords words, FormFaults faults)
    {
        if (isNew && form.Code.Length > 0 && !IsCode(form.Code))
        {
            faults.Add("code", words.CodeBad(TemplateLimits.Code));
        }

        if (details.Name.Length == 0 || details.Name.Length > rules.MaxName)
        {
            faults.Add("name", words.NameNeeded(rules.MaxName));
        }

        if (details.CategoryCode.Length > 6 || !details.CategoryCode.All(char.IsAsciiDigit))
        {
            faults.Add("categoryCode", words.CategoryBad);
        }

        foreach (var (place, text) in TemplateParts.Of(details))
        {
            var most = place is "text" or "extra" ? MaxText : MaxLine;
            if (text.Length > most)
            {
                faults.Add(place, words.TooLongToKeep(most));
            }
        }
    }

    private static bool IsCode(string code) => code.Length <= TemplateLimits.Code && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
