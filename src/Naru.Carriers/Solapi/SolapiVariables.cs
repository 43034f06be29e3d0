using Naru.Core.Content;
using Naru.Core.Templates;
using Naru.Engine.Ports;
using Naru.Engine.Registry;

namespace Naru.Carriers.Solapi;

/// <summary>
/// Solapi fills titles and item lists itself, from variables, and has no field for their final texts. So where a message has such parts, its variables are read back
/// out of it with the template's patterns.
/// </summary>
internal static class SolapiVariables
{
    /// <returns>By name; null where the message has no such parts, or the template is not known here.</returns>
    public static IReadOnlyDictionary<string, string>? Of(WorkspaceDirectory directory, Handover handover)
    {
        if (handover.Step.Content is not AlimTalkContent content || (content.Title is null && content.Parts is null)
            || directory.FindTemplate(handover.Step.Sender, content.TemplateCode) is not { } template)
        {
            return null;
        }

        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        var details = template.Template.Details;
        Read(details.Text, content.Text, variables);
        Read(details.Title, content.Title, variables);
        if (content.Parts is { } parts)
        {
            Read(details.Header, parts.Header, variables);
            Read(details.Highlight?.Title, parts.Highlight?.Title, variables);
            Read(details.Highlight?.Description, parts.Highlight?.Description, variables);
            Read(details.Summary?.Description, parts.Summary?.Description, variables);
            foreach (var (approved, filled) in details.Items.Zip(parts.Items))
            {
                Read(approved.Description, filled.Description, variables);
            }
        }

        return variables;
    }

    private static void Read(string? approved, string? filled, Dictionary<string, string> variables)
    {
        if (approved is null || filled is null || TemplatePattern.Parse(approved).Match(filled) is not { } values)
        {
            return;
        }

        foreach (var (name, value) in values)
        {
            variables.TryAdd(name, value);
        }
    }
}
