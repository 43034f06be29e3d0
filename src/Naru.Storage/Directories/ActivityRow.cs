using Naru.Core.Messages;
using Naru.Core.Provisioning;
using Naru.Core.Workspaces;
using Naru.Storage.Rows;

namespace Naru.Storage.Directories;

/// <summary>As Dapper fills it: properties are named as the columns are.</summary>
internal sealed record ActivityRow
{
    public long Id { get; init; }

    public long Workspace { get; init; }

    public string Sender { get; init; } = "";

    /// <summary>Empty where it is the sender's own.</summary>
    public string Template { get; init; } = "";

    public long Kind { get; init; }

    public long At { get; init; }

    public string Author { get; init; } = "";

    public string? Comment { get; init; }

    public long? News { get; init; }

    public static ActivityRow Of(Activity from) => new()
    {
        Id = from.Id,
        Workspace = from.Workspace.Value,
        Sender = from.SenderKey,
        Template = from.TemplateCode ?? "",
        Kind = (long)from.Kind,
        At = Instants.ToMilliseconds(from.At),
        Author = from.Author,
        Comment = from.Comment,
        News = (long?)from.News,
    };

    public Activity ToActivity() => new(
        Id, new WorkspaceId((int)Workspace), Sender, Template.Length == 0 ? null : Template, (ActivityKind)Kind, Instants.FromMilliseconds(At), Author, Comment,
        (ReportEvent?)News);
}
