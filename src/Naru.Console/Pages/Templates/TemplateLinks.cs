using Naru.Console.Access;
using Naru.Console.Pages.Senders;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Engine.Registry;

namespace Naru.Console.Pages.Templates;

/// <summary>Where the pages of a template are, and which template an address means.</summary>
public static class TemplateLinks
{
    /// <param name="page">Below the template's own, such as <c>/edit</c>.</param>
    public static string PathOf(Visitor visitor, Sender sender, Template template, string page = "") =>
        SenderLinks.PathOf(visitor, sender, "/templates/") + Uri.EscapeDataString(template.Code) + page;

    /// <summary>A sender of the shown workspace and a template of it; null for anybody else's.</summary>
    public static (Sender Sender, Template Template)? Find(Visitor visitor, WorkspaceDirectory directory, string key, string code) =>
        SenderLinks.FindLive(visitor, directory, key) is { } sender && directory.FindTemplate(sender.Key, code) is { } template
            ? (sender, template.Template)
            : null;
}
