using Naru.Engine.Reference;

namespace Naru.Dialects.Sinch.Webhooks;

/// <summary>The descriptions of the webhook operations (contracts/sinch.md §3.7).</summary>
internal static class WebhookReference
{
    private const string Shown = "The webhook.";

    public static readonly Operation Create = SinchReference.DescribeWithBody("Register a webhook", Shown) with
    {
        Details = $"At most {WebhookEndpoints.MostPerApp} for each app, each with a target of its own. Only the `target_type` `HTTP` is sent to.",
    };

    public static readonly Operation List = SinchReference.Describe("List an app's webhooks", "All webhooks of the app, oldest first.");

    public static readonly Operation Get = SinchReference.Describe("Look at a webhook", Shown);

    public static readonly Operation Update = SinchReference.DescribeWithBody("Change a webhook", Shown) with { Parameters = [SinchReference.Mask] };

    public static readonly Operation Delete = SinchReference.Describe("Remove a webhook", "Removed.");
}
