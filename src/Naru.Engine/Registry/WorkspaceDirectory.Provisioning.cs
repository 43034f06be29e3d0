using System.Collections.Concurrent;
using Naru.Core.Messages;
using Naru.Core.Provisioning;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Core.Workspaces;

namespace Naru.Engine.Registry;

/// <summary>The way of senders and templates to their approval, and the history of each.</summary>
public sealed partial class WorkspaceDirectory
{
    private const int SenderKeyBytes = 20;

    private readonly ConcurrentDictionary<long, Activity> _untold = new();
    private long _lastActivity;

    public IReadOnlyCollection<Sender> Senders => [.. _senders.Values];

    public IReadOnlyCollection<Template> Templates => [.. _templates.Values.Select(t => t.Template)];

    /// <summary>Activities of which subscribers have yet to be told, oldest first.</summary>
    public IReadOnlyList<Activity> UntoldActivities => [.. _untold.Values.OrderBy(activity => activity.Id)];

    /// <summary>The workspace's sender of this channel name, with or without its <c>@</c>; not one that was deleted for good.</summary>
    public Sender? FindSender(WorkspaceId workspace, string channelName) => _senders.Values.FirstOrDefault(
        sender => sender.Workspace == workspace && sender.State != SenderState.Deleted && AppChannelState.IsSameName(sender.ChannelName, channelName));

    /// <summary>The endpoints that a workspace, and no app of it, registered: oldest first, enabled or not.</summary>
    public IReadOnlyList<WebhookEndpoint> SubscriptionsOf(WorkspaceId workspace) =>
        [.. _endpoints.Values.Where(e => e.Workspace == workspace && e.Subscription is { App: 0, IsOfAlarms: false }).OrderBy(e => e.Id)];

    /// <summary>One of them.</summary>
    public WebhookEndpoint? FindOwnSubscription(WorkspaceId workspace, string publicId) => FindSubscription(workspace, publicId, ofApp: false);

    /// <param name="make">Given a new public id and what the workspace has registered already; null registers nothing.</param>
    /// <returns>Null where the workspace is gone, or nothing was registered.</returns>
    public async ValueTask<WebhookEndpoint?> AddOwnSubscriptionAsync(
        WorkspaceId workspace, Func<string, IReadOnlyList<WebhookEndpoint>, (string Url, Subscription Subscription)?> make, CancellationToken cancellationToken)
    {
        WebhookEndpoint? endpoint = null;
        await ChangeAsync(
            () =>
            {
                if (!_workspaces.ContainsKey(workspace) || make(NewUlid(), SubscriptionsOf(workspace)) is not { } made)
                {
                    return null;
                }

                endpoint = new WebhookEndpoint(++_lastEndpoint, workspace, made.Url, "application/json", _clock.Now, Subscription: made.Subscription);
                return new DirectoryChange { Endpoints = { endpoint } };
            },
            cancellationToken);
        return endpoint;
    }

    /// <param name="change">Given the endpoint as it is now; null changes nothing.</param>
    /// <returns>The endpoint as it is afterwards; null where there is none, or nothing was changed.</returns>
    public async ValueTask<WebhookEndpoint?> ChangeOwnSubscriptionAsync(
        WorkspaceId workspace, string publicId, Func<WebhookEndpoint, WebhookEndpoint?> change, CancellationToken cancellationToken)
    {
        WebhookEndpoint? changed = null;
        await ChangeAsync(
            () => FindOwnSubscription(workspace, publicId) is { } endpoint && (changed = change(endpoint)) is not null
                ? new DirectoryChange { Endpoints = { changed } }
                : null,
            cancellationToken);
        return changed;
    }

    public ValueTask<bool> RemoveOwnSubscriptionAsync(WorkspaceId workspace, string publicId, CancellationToken cancellationToken) => ChangeAsync(
        () => FindOwnSubscription(workspace, publicId) is { } endpoint ? new DirectoryChange { RemovedEndpoints = { endpoint.Id } } : null, cancellationToken);

    /// <summary>Those of them that want to be told of this.</summary>
    public IReadOnlyList<WebhookEndpoint> SubscribersOf(WorkspaceId workspace, ReportEvent happened) =>
        [.. SubscriptionsOf(workspace).Where(e => e.Subscription!.Wants(happened))];

    public ValueTask<ActivityPage> ReadActivitiesAsync(string senderKey, string? templateCode, int skip, int limit, CancellationToken cancellationToken) =>
        ReadActivitiesAsync(senderKey, templateCode, null, skip, limit, cancellationToken);

    /// <inheritdoc cref="IDirectoryStore.ReadActivitiesAsync"/>
    public ValueTask<ActivityPage> ReadActivitiesAsync(
        string senderKey, string? templateCode, IReadOnlyCollection<ActivityKind>? kinds, int skip, int limit, CancellationToken cancellationToken) =>
        _store.ReadActivitiesAsync(senderKey, templateCode, kinds, skip, limit, cancellationToken);

    /// <summary>40 hexadecimal digits, as KakaoTalk's are.</summary>
    public string NewSenderKey()
    {
        Span<byte> bytes = stackalloc byte[SenderKeyBytes];
        _random.Fill(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>Takes a step with a sender, or makes one, while nobody else changes anything.</summary>
    /// <param name="step">Given the sender as it is; null where there is none of this name.</param>
    internal async ValueTask<SenderStep> StepAsync(WorkspaceId workspace, string channelName, Func<Sender?, SenderStep> step, CancellationToken cancellationToken)
    {
        var taken = SenderStep.Refused(ProvisioningFault.WorkspaceGone);
        await ChangeAsync(
            () =>
            {
                if (!_workspaces.ContainsKey(workspace))
                {
                    return null;
                }

                var sender = FindSender(workspace, channelName);
                taken = step(sender);
                taken = taken with { Activities = Number(taken.Activities) };
                var change = new DirectoryChange();
                if (taken.Sender is not null)
                {
                    change.Senders.Add(taken.Sender);
                }
                else if (taken.Fault is null && sender is not null)
                {
                    change.RemovedSenders.Add(sender.Key);
                }

                return Complete(change, taken.Fault, taken.Activities);
            },
            cancellationToken);
        return taken;
    }

    /// <summary>Takes a step with a template of the sender, or makes one, while nobody else changes anything.</summary>
    /// <param name="step">Given the template as it is; null where the sender has none of this code.</param>
    internal async ValueTask<TemplateStep> StepAsync(
        WorkspaceId workspace, string channelName, string code, Func<Sender, Template?, TemplateStep> step, CancellationToken cancellationToken)
    {
        var taken = TemplateStep.Refused(ProvisioningFault.SenderNotFound);
        await ChangeAsync(
            () =>
            {
                if (FindSender(workspace, channelName) is not { } sender)
                {
                    return null;
                }

                var template = FindTemplate(sender.Key, code)?.Template;
                taken = step(sender, template);
                taken = taken with { Activities = Number(taken.Activities) };
                var change = new DirectoryChange();
                if (taken.Template is not null)
                {
                    change.Templates.Add(taken.Template);
                }
                else if (taken.Fault is null && template is not null)
                {
                    change.RemovedTemplates.Add((sender.Key, template.Code));
                }

                return Complete(change, taken.Fault, taken.Activities);
            },
            cancellationToken);
        return taken;
    }

    /// <summary>Subscribers were told of them, or there are none.</summary>
    internal ValueTask ToldAsync(IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        var change = new DirectoryChange();
        change.ToldActivities.AddRange(activities.Select(activity => activity.Id));
        return ChangeAsync(change, cancellationToken);
    }

    /// <summary>Writes down on which day templates were last sent; those that went meanwhile are passed over.</summary>
    internal async ValueTask UsedAsync(IReadOnlyCollection<(string Sender, string Code)> templates, DateTimeOffset day, CancellationToken cancellationToken) => await ChangeAsync(
        () =>
        {
            var change = new DirectoryChange();
            change.Templates.AddRange(templates.Select(key => FindTemplate(key.Sender, key.Code)?.Template).OfType<Template>()
                .Where(template => template.UsedAt is null || template.UsedAt < day)
                .Select(template => template with { UsedAt = day }));
            return change.Templates.Count == 0 ? null : change;
        },
        cancellationToken);

    private WebhookEndpoint? FindSubscription(WorkspaceId workspace, string publicId, bool ofApp) => _endpoints.Values.FirstOrDefault(
        e => e.Workspace == workspace && e.Subscription is { } subscription && subscription.App != 0 == ofApp && !subscription.IsOfAlarms
            && string.Equals(subscription.PublicId, publicId, StringComparison.OrdinalIgnoreCase));

    private static DirectoryChange? Complete(DirectoryChange change, ProvisioningFault? fault, IReadOnlyList<Activity> activities)
    {
        change.Activities.AddRange(activities);
        var nothing = change.Senders.Count + change.RemovedSenders.Count + change.Templates.Count + change.RemovedTemplates.Count + change.Activities.Count == 0;
        return nothing || (fault is not null && change.Senders.Count == 0) ? null : change;
    }

    private Activity[] Number(IReadOnlyList<Activity> activities) => [.. activities.Select(activity => activity with { Id = ++_lastActivity })];
}
