using Naru.Core.Messages;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Core.Workspaces;

namespace Naru.Engine.Ports;

/// <summary>A dialect's words for what happens to senders and templates.</summary>
public interface IProvisioningNoticeWriter
{
    DialectName Dialect { get; }

    /// <summary>The whole body of a push: UTF-8 JSON.</summary>
    string Write(ProvisioningNews news);
}

/// <param name="Template">Null where it concerns the sender.</param>
/// <param name="Comment">For a comment, a rejection and the like: what was said.</param>
public sealed record ProvisioningNews(Workspace Workspace, ReportEvent Happened, Sender Sender, Template? Template, string? Comment, DateTimeOffset At);
