using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Dialects.Infobip.Reports;
using Naru.Dialects.Json;
using Naru.Engine.Intake;
using Naru.Engine.Registry;
using Naru.Engine.Webhooks;

namespace Naru.Dialects.Infobip.Alim;

/// <summary>Puts what was read into envelopes: the route, and where reports go. Neighbours with the same content share one.</summary>
internal sealed class AlimEnvelopes(WorkspaceDirectory directory, InstallationReports installation)
{
    /// <summary>"Validity period … 48 h is also the default" (contracts/infobip.md §3).</summary>
    private static readonly TimeSpan s_validity = TimeSpan.FromHours(48);

    /// <summary>An intermediate report that nobody would be told of is an option that does nothing: it is named as such.</summary>
    public void NameUnheard(Workspace workspace, AlimDraft draft)
    {
        for (var i = 0; i < draft.Messages.Count; i++)
        {
            var message = draft.Messages[i];
            if (message.IntermediateReport && !IsPushed(workspace, message))
            {
                const string option = ".webhooks.delivery.intermediateReport";
                draft.Ignored = IgnoredMembers.With(draft.Ignored, $"messages[{i}]{option}");
                message.Ignored = IgnoredMembers.With(message.Ignored, $"messages[]{option}");
            }
        }
    }

    /// <param name="workspace">Null for looking at: no endpoint is made, and nobody would be told.</param>
    public async ValueTask<SubmittedMessage[]> SealAsync(Workspace? workspace, AlimDraft draft, CancellationToken cancellationToken)
    {
        var sealedMessages = new SubmittedMessage[draft.Destinations.Count];
        var next = 0;
        MessageDraft? previous = null;
        Envelope? envelope = null;
        string? note = null;
        foreach (var message in draft.Messages)
        {
            if (envelope is null || !message.Shares(previous!))
            {
                envelope = Seal(message, workspace is null ? ReportTarget.Silent : await TargetAsync(workspace, message, cancellationToken));
            }

            if (previous is null || message.Ignored != previous.Ignored)
            {
                note = IgnoredNote.Of(draft.IgnoredForAll, message.Ignored);
            }

            for (var i = 0; i < message.Destinations; i++)
            {
                var destination = draft.Destinations[message.FirstDestination + i];
                sealedMessages[next++] = new SubmittedMessage(destination.To, envelope, destination.MessageId, message.Validity, draft.Class, Note: note);
            }

            previous = message;
        }

        return sealedMessages;
    }

    private Envelope Seal(MessageDraft message, ReportTarget target) => new(
        DialectName.Infobip,
        [Step.ByRoutes(message.Sender!, message.Content!, message.Validity ?? s_validity)],
        target,
        message.CallbackData,
        message.EntityId,
        message.ApplicationId,
        message.CampaignReference,
        Window: message.Window,
        IntermediateReports: message.IntermediateReport && target.Route == ReportRoute.Endpoint);

    private bool IsPushed(Workspace workspace, MessageDraft message) =>
        message.ReportUrl is not null || (message.Notify != false && installation.For(workspace).ReportUrl is not null);

    /// <summary>
    /// The message's own URL, else the workspace's, else the installation's, else the pull queue. <c>notify: false</c> wants no report at all, but the C# SDK sends it
    /// unasked with every URL (contracts/infobip.md §13), so beside a URL it means nothing.
    /// </summary>
    private async ValueTask<ReportTarget> TargetAsync(Workspace workspace, MessageDraft message, CancellationToken cancellationToken)
    {
        if (message.ReportUrl is { } own)
        {
            return await EndpointAsync(workspace, own, message.ReportContentType ?? ReportMedia.Json, cancellationToken);
        }

        if (message.Notify == false)
        {
            return ReportTarget.Silent;
        }

        var settings = installation.For(workspace);
        return settings.ReportUrl is { } account
            ? await EndpointAsync(workspace, account, message.ReportContentType ?? settings.ReportContentType, cancellationToken)
            : ReportTarget.Pull;
    }

    private async ValueTask<ReportTarget> EndpointAsync(Workspace workspace, string url, string contentType, CancellationToken cancellationToken) =>
        ReportTarget.Endpoint(await directory.EndpointIdAsync(workspace.Id, url, contentType, cancellationToken));
}
