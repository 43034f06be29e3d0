using Microsoft.AspNetCore.Http;
using Naru.Console.Pages.Parts;
using Naru.Console.Text;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;
using Naru.Engine.Webhooks;

namespace Naru.Console.Pages.Apps;

/// <summary>An app's webhook as the form holds it. The secret that is stored never stands in it.</summary>
/// <param name="Secret">A new one; empty keeps the present one.</param>
public sealed record WebhookForm(string Target, bool Enabled, IReadOnlyList<string> Triggers, string Secret, bool ClearSecret)
{
    /// <summary>What nearly every app wants.</summary>
    public static readonly WebhookForm Empty = new("", true, ["MESSAGE_DELIVERY"], "", false);

    public static WebhookForm Of(WebhookEndpoint endpoint) =>
        new(endpoint.Url, endpoint.Subscription!.Enabled, endpoint.Subscription.Triggers, "", false);

    /// <summary>Words that nobody knows are dropped: the page offers none.</summary>
    public static WebhookForm Read(IFormCollection form) => new(
        form["target"].ToString().Trim(),
        form["enabled"] == "on",
        [.. form["trigger"].OfType<string>().Where(SubscriptionTriggers.IsKnown).Distinct(StringComparer.Ordinal)],
        form["secret"].ToString(),
        form["clear-secret"] == "on");

    public void Check(HttpContext context, WebhookTargetPolicy targets, Words words, FormFaults faults)
    {
        if (TargetFault(context, targets, words) is { } fault)
        {
            faults.Add("target", fault);
        }

        if (Triggers.Count == 0)
        {
            faults.Add("triggers", words.Subscriptions.NoTriggers);
        }

        if (Secret.Length > AppBounds.MaxWebhookSecret)
        {
            faults.Add("secret", words.Subscriptions.SecretTooLong(AppBounds.MaxWebhookSecret));
        }
        else if (Secret.Length > 0 && ClearSecret)
        {
            faults.Add("secret", words.Subscriptions.SecretOrClear);
        }
    }

    /// <summary>Why it cannot stand beside the app's other webhooks; null when it can.</summary>
    public (string Field, string Fault)? Conflict(IEnumerable<WebhookEndpoint> others, SubscriptionWords words)
    {
        var all = others.ToArray();
        if (Array.Exists(all, other => IsSame(other.Url, Target)))
        {
            return ("target", words.Taken);
        }

        return all.Length >= AppBounds.MaxWebhooks ? ("app", words.Full(AppBounds.MaxWebhooks)) : null;
    }

    public Subscription Make(string publicId, App app) =>
        new(publicId, app.Id, Enabled, Secret.Length > 0 ? Secret : null, Triggers, SubscriptionTriggers.EventsOf(Triggers), null);

    /// <summary>An endpoint that is another one now begins in good health.</summary>
    public WebhookEndpoint ApplyTo(WebhookEndpoint endpoint)
    {
        var before = endpoint.Subscription!;
        var changed = endpoint with
        {
            Subscription = before with
            {
                Enabled = Enabled,
                Secret = ClearSecret ? null : Secret.Length > 0 ? Secret : before.Secret,
                Triggers = Triggers,
                Events = SubscriptionTriggers.EventsOf(Triggers),
            },
        };
        return string.Equals(endpoint.Url, Target, StringComparison.Ordinal)
            ? changed
            : changed with { Url = Target, Failures = 0, RestingUntil = null, LastFailure = null };
    }

    /// <summary>As URLs: the case of the host and a port that is the scheme's make no difference.</summary>
    private static bool IsSame(string one, string other) => new Uri(one).AbsoluteUri.Equals(new Uri(other).AbsoluteUri, StringComparison.Ordinal);

    private string? TargetFault(HttpContext context, WebhookTargetPolicy targets, Words words)
    {
        if (Target.Length > AppBounds.MaxTarget)
        {
            return words.Subscriptions.TooLong(AppBounds.MaxTarget);
        }

        if (!Uri.TryCreate(Target, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            return words.Webhooks.NotAUrl;
        }

        if (uri.UserInfo.Length > 0)
        {
            return words.Subscriptions.NoPassword;
        }

        // The vendor forbids the hosts of its own API; a gateway that reports to itself helps nobody either.
        if (uri.Authority.Equals(context.Request.Host.Value, StringComparison.OrdinalIgnoreCase))
        {
            return words.Subscriptions.NotHere;
        }

        return targets.IsRefused(uri, out var reason) ? words.Webhooks.Refused(reason) : null;
    }
}
