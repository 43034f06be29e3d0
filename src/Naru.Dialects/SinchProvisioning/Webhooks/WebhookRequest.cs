using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Requests;
using Naru.Engine.Registry;

namespace Naru.Dialects.SinchProvisioning.Webhooks;

/// <summary>What a POST, PUT or PATCH says of a webhook. Null = not said.</summary>
internal sealed class WebhookRequest
{
    private const int MaxTarget = 742;
    private const int MaxSecret = 128;
    private const int MaxTrigger = 100;
    private const string TargetName = "target";
    private const string SecretName = "secret";
    private const string TriggersName = "triggers";

    public string? Target { get; private set; }

    public string? Secret { get; private set; }

    public IReadOnlyList<string>? Triggers { get; private set; }

    public bool SaysNothing => Target is null && Secret is null && Triggers is null;

    /// <param name="checkTarget">What is wrong with a URL; null where nothing is.</param>
    /// <param name="whole">All members are needed.</param>
    public static SinchReader<WebhookRequest> Reader(Func<string, string?> checkTarget, bool whole) => (ref StrictJson json) =>
    {
        var request = new WebhookRequest();
        while (json.NextMember())
        {
            if (json.Is("target"u8))
            {
                request.Target = json.String(TargetName, MaxTarget, min: 1);
                if (request.Target is { } target && target != StrictJson.StandIn && checkTarget(target) is { } wrong)
                {
                    json.Fault(TargetName, wrong);
                }
            }
            else if (json.Is("secret"u8))
            {
                request.Secret = json.String(SecretName, MaxSecret, min: 1);
            }
            else if (json.Is("triggers"u8))
            {
                request.Triggers = ReadTriggers(ref json);
            }
            else
            {
                json.SkipMember();
            }
        }

        if (whole)
        {
            json.Require(request.Target is not null, TargetName);
            json.Require(request.Secret is not null, SecretName);
            json.Require(request.Triggers is not null, TriggersName);
        }

        return request;
    };

    public Subscription Create(string publicId) => new(publicId, App: 0, Enabled: true, Secret, Triggers!, ProvisioningTriggers.EventsOf(Triggers!), Credentials: null);

    public WebhookEndpoint ApplyTo(WebhookEndpoint endpoint)
    {
        var subscription = endpoint.Subscription!;
        var triggers = Triggers ?? subscription.Triggers;
        var changed = endpoint with { Subscription = subscription with { Secret = Secret ?? subscription.Secret, Triggers = triggers, Events = ProvisioningTriggers.EventsOf(triggers) } };

        // Another target begins with a clean slate.
        return Target is { } target && !string.Equals(target, endpoint.Url, StringComparison.Ordinal)
            ? changed with { Url = target, Failures = 0, RestingUntil = null, LastFailure = null }
            : changed;
    }

    private static List<string>? ReadTriggers(ref StrictJson json)
    {
        if (!json.BeginArray(TriggersName))
        {
            return json.IsNull ? null : [];
        }

        var words = new List<string>();
        var unknown = false;
        while (json.NextItem())
        {
            var word = json.ItemString(MaxTrigger, min: 1);
            unknown |= word != StrictJson.StandIn && !ProvisioningTriggers.IsKnown(word);
            if (!words.Contains(word, StringComparer.Ordinal))
            {
                words.Add(word);
            }
        }

        json.RequireItems();
        if (unknown)
        {
            json.Fault(ProvisioningTriggers.Rule);
        }
        else if (words.Count > 1 && words.Contains(ProvisioningTriggers.All, StringComparer.Ordinal))
        {
            json.Fault($"{ProvisioningTriggers.All} must stand alone");
        }

        json.End();
        return words;
    }
}
