using Naru.Dialects.Sinch.Requests;
using Naru.Engine.Registry;

namespace Naru.Dialects.Sinch.Webhooks;

/// <summary>What a POST or PATCH says of a webhook. Null = not said.</summary>
internal sealed class WebhookRequest
{
    /// <summary>The members that the body has, be it as <c>null</c>.</summary>
    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    public string? AppId { get; set; }

    /// <summary>As written: it is shown as written too.</summary>
    public string? Target { get; set; }

    /// <summary>HTTP; else DISMISS.</summary>
    public bool? Enabled { get; set; }

    public string? Secret { get; set; }

    public IReadOnlyList<string>? Triggers { get; set; }

    public ClientCredentials? Credentials { get; set; }

    /// <summary>Not said to be sent means not sent: DISMISS is the contract's default.</summary>
    public Subscription Create(string publicId, int app) => new(
        publicId, app, Enabled ?? false, OrNone(Secret), Triggers!, WebhookTriggers.EventsOf(Triggers!), Credentials);

    /// <summary>
    /// The webhook with what was said. A member that the mask names and the body has not goes back to its default; <c>target</c> and <c>triggers</c>,
    /// which a webhook must have, stay.
    /// </summary>
    public WebhookEndpoint ApplyTo(WebhookEndpoint endpoint, UpdateMask mask)
    {
        var subscription = endpoint.Subscription!;
        if (Sets(WebhookMembers.TargetType))
        {
            subscription = subscription with { Enabled = Enabled ?? false };
        }

        if (Sets(WebhookMembers.Secret))
        {
            subscription = subscription with { Secret = OrNone(Secret) };
        }

        if (Sets(WebhookMembers.Triggers) && Triggers is { } triggers)
        {
            subscription = subscription with { Triggers = triggers, Events = WebhookTriggers.EventsOf(triggers) };
        }

        if (Sets(WebhookMembers.Credentials))
        {
            subscription = subscription with { Credentials = Credentials };
        }

        endpoint = endpoint with { Subscription = subscription };

        // Another target begins with a clean slate.
        return NewTarget(mask) is { } target && !string.Equals(target, endpoint.Url, StringComparison.Ordinal)
            ? endpoint with { Url = target, Failures = 0, RestingUntil = null, LastFailure = null }
            : endpoint;

        bool Sets(string member) => mask.Sets(member, Members.Contains(member));
    }

    /// <summary>The target that the webhook is to have; null where it keeps its own.</summary>
    public string? NewTarget(UpdateMask mask) => mask.Sets(WebhookMembers.Target, Members.Contains(WebhookMembers.Target)) ? Target : null;

    private static string? OrNone(string? secret) => secret is { Length: > 0 } ? secret : null;
}
