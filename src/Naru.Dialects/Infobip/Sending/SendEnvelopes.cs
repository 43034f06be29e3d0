using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Senders;
using Naru.Core.Workspaces;
using Naru.Dialects.Infobip.Reports;
using Naru.Dialects.Json;
using Naru.Engine.Intake;
using Naru.Engine.Registry;
using Naru.Engine.Webhooks;

namespace Naru.Dialects.Infobip.Sending;

/// <summary>Puts what was read into envelopes: the route, and where reports go. Neighbours with the same content share one.</summary>
internal sealed class SendEnvelopes(WorkspaceDirectory directory, InstallationReports installation)
{
    /// <summary>"Validity period … 48 h is also the default" (contracts/infobip.md §3).</summary>
    private static readonly TimeSpan s_validity = TimeSpan.FromHours(48);

    /// <summary>A report that nobody would be told of is an option that does nothing: it is named as such.</summary>
    public void NameUnheard(Workspace workspace, SendForm form, SendDraft draft)
    {
        for (var i = 0; i < draft.Messages.Count; i++)
        {
            var message = draft.Messages[i];
            if (message is { IntermediateReport: false, FailoverReports: false } || IsPushed(workspace, message))
            {
                continue;
            }

            foreach (var option in new[] { message.IntermediateReport ? "intermediateReport" : null, message.FailoverReports ? "receiveTriggeredFailoverReports" : null }.OfType<string>())
            {
                draft.Ignored = IgnoredMembers.With(draft.Ignored, form.Places.At(i, form.Places.Webhooks + option));
                message.Ignored = IgnoredMembers.With(message.Ignored, form.Places.InAny(form.Places.Webhooks + option));
            }
        }
    }

    /// <summary>For looking at: no endpoint is made, and nobody would be told.</summary>
    public SubmittedMessage[] Rehearse(Workspace workspace, SendForm form, SendDraft draft) => Seal(workspace, form, draft, new ReportTarget[draft.Messages.Count]);

    public async ValueTask<SubmittedMessage[]> SealAsync(Workspace workspace, SendForm form, SendDraft draft, CancellationToken cancellationToken)
    {
        var targets = new ReportTarget[draft.Messages.Count];
        for (var i = 0; i < targets.Length; i++)
        {
            targets[i] = i > 0 && draft.Messages[i].Shares(draft.Messages[i - 1]) ? targets[i - 1] : await TargetAsync(workspace, form, draft.Messages[i], cancellationToken);
        }

        return Seal(workspace, form, draft, targets);
    }

    /// <param name="targets">Where the reports of each message go.</param>
    private SubmittedMessage[] Seal(Workspace workspace, SendForm form, SendDraft draft, ReportTarget[] targets)
    {
        var sealedMessages = new SubmittedMessage[draft.Destinations.Count];
        var next = 0;
        MessageDraft? previous = null;
        Envelope? envelope = null;
        string? note = null;
        for (var index = 0; index < targets.Length; index++)
        {
            var message = draft.Messages[index];
            if (envelope is null || !message.Shares(previous!))
            {
                envelope = Seal(workspace, form.Dialect, message, targets[index]);
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

    private Envelope Seal(Workspace workspace, DialectName dialect, MessageDraft message, ReportTarget target) => new(
        dialect,
        RouteOf(workspace, message),
        target,
        message.CallbackData,
        message.EntityId,
        message.ApplicationId,
        message.CampaignReference,
        Window: message.Window,
        IntermediateReports: message.IntermediateReport && target.Route == ReportRoute.Endpoint,
        FailoverReports: message.FailoverReports && target.Route == ReportRoute.Endpoint);

    private static Step[] RouteOf(Workspace workspace, MessageDraft message)
    {
        if (message.Steps is { } steps)
        {
            return [.. steps.Select(step => StepOf(workspace, step.Sender, step.Content, step.Validity))];
        }

        var first = StepOf(workspace, message.Sender, message.Content!, message.Validity);
        return message.Failover is { } failover ? [first, StepOf(workspace, failover.Sender, failover.Content, failover.Validity)] : [first];
    }

    private static Step StepOf(Workspace workspace, string? sender, MessageContent content, TimeSpan? validity) =>
        Step.ByRoutes(SenderOf(workspace, sender, content.Channel), content, validity ?? s_validity);

    /// <summary>
    /// As given, a number in the form in which it is registered. Where a text names none, the workspace's first number stands in; without one the text is reported as one
    /// whose sender is not registered.
    /// </summary>
    private static string SenderOf(Workspace workspace, string? sender, Channel channel) => (channel, sender) switch
    {
        (Channel.Sms, null or "") => workspace.Settings.SmsNumbers is [var first, ..] ? first.Number : "",
        (Channel.Sms, { } number) => SmsNumber.Read(number) ?? number,
        _ => sender ?? "",
    };

    private bool IsPushed(Workspace workspace, MessageDraft message) =>
        message.ReportUrl is not null || (message.Notify != false && installation.For(workspace).ReportUrl is not null);

    /// <summary>
    /// The message's own URL, else the workspace's, else the installation's, else the pull queue. <c>notify: false</c> wants no report at all, but the C# SDK sends it
    /// unasked with every URL (contracts/infobip.md §13), so beside a URL it means nothing.
    /// </summary>
    private async ValueTask<ReportTarget> TargetAsync(Workspace workspace, SendForm form, MessageDraft message, CancellationToken cancellationToken)
    {
        if (message.ReportUrl is { } own)
        {
            return await EndpointAsync(workspace, own, form, message.ReportContentType ?? ReportMedia.Json, cancellationToken);
        }

        if (message.Notify == false)
        {
            return ReportTarget.Silent;
        }

        var settings = installation.For(workspace);
        return settings.ReportUrl is { } account
            ? await EndpointAsync(workspace, account, form, message.ReportContentType ?? settings.ReportContentType, cancellationToken)
            : ReportTarget.Pull;
    }

    private async ValueTask<ReportTarget> EndpointAsync(Workspace workspace, string url, SendForm form, string contentType, CancellationToken cancellationToken) =>
        ReportTarget.Endpoint(await directory.EndpointIdAsync(workspace.Id, url, ReportMedia.Of(contentType, form.ReportForm), cancellationToken));
}
