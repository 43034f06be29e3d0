using System.Globalization;
using Naru.Core.Content;

namespace Naru.Console.Pages.Templates;

/// <summary>
/// What one of the editor's buttons does to the form without storing anything: <c>items-add</c>, <c>buttons-up-2</c>, <c>quickReplies-remove-0</c>. The
/// page works so without a script.
/// </summary>
/// <param name="Focus">The field where the writer goes on; null = where they are.</param>
public readonly record struct TemplateFormStep(TemplateForm Form, string? Focus)
{
    public static TemplateFormStep Take(TemplateForm form, string step)
    {
        var words = step.Split('-');
        if (words is not [var list, var action, ..])
        {
            return new TemplateFormStep(form, null);
        }

        var at = words is [_, _, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1;
        return list switch
        {
            "items" => Of(form.Items, action, at, () => new ListItem("", ""), items => form with { Items = items }, "items", "title"),
            "buttons" => Of(form.Buttons, action, at, () => ButtonForm.New(ButtonKind.WebLink), buttons => form with { Buttons = buttons }, "buttons", "kind"),
            "quickReplies" => Of(form.QuickReplies, action, at, () => ButtonForm.New(ButtonKind.BotKeyword), replies => form with { QuickReplies = replies }, "quickReplies", "kind"),
            _ => new TemplateFormStep(form, null),
        };
    }

    private static TemplateFormStep Of<T>(IReadOnlyList<T> rows, string action, int at, Func<T> fresh, Func<IReadOnlyList<T>, TemplateForm> with, string list, string first)
    {
        var changed = rows.ToList();
        var focus = at;
        switch (action)
        {
            case "add" when changed.Count < TemplateFormReader.MaxRows:
                changed.Add(fresh());
                focus = changed.Count - 1;
                break;
            case "remove" when at >= 0 && at < changed.Count:
                changed.RemoveAt(at);
                focus = Math.Min(at, changed.Count - 1);
                break;
            case "up" when at > 0 && at < changed.Count:
                (changed[at - 1], changed[at]) = (changed[at], changed[at - 1]);
                focus = at - 1;
                break;
            case "down" when at >= 0 && at < changed.Count - 1:
                (changed[at + 1], changed[at]) = (changed[at], changed[at + 1]);
                focus = at + 1;
                break;
        }

        return new TemplateFormStep(with(changed), focus < 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{list}[{focus}].{first}"));
    }
}
