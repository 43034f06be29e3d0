using Naru.Dialects.SinchProvisioning.Errors;
using Naru.Engine.Reference;

namespace Naru.Dialects.SinchProvisioning.Webhooks;

/// <summary>The descriptions of the operations on webhooks (contracts/sinch.md §8).</summary>
internal static class WebhookReference
{
    private const string Shown = "The webhook, without its secret.";

    public static readonly Operation List = ProvisioningReference.Describe("List webhooks for senders and templates", 200, "A page of webhooks, oldest first.", ProvisioningError.InvalidPageSize) with
    {
        Parameters = ProvisioningReference.Pages(WebhookEndpoints.Most, WebhookEndpoints.Most),
    };

    public static readonly Operation Create = ProvisioningReference.DescribeWithBody(
        "Register a webhook for senders and templates", 201, Shown, ProvisioningError.WebhookExists, ProvisioningError.WebhookLimit) with
    {
        Details = $"At most {WebhookEndpoints.Most}, each with a target of its own. `ALL` stands alone. Callbacks are signed with `secret`, as the Conversation API's are.",
    };

    public static readonly Operation Get = ProvisioningReference.Describe("Look at a webhook for senders and templates", 200, Shown, ProvisioningError.InvalidId, ProvisioningError.WebhookNotFound);

    public static readonly Operation Replace = ProvisioningReference.DescribeWithBody(
        "Replace a webhook for senders and templates", 200, Shown, ProvisioningError.InvalidId, ProvisioningError.WebhookNotFound, ProvisioningError.WebhookExists);

    public static readonly Operation Update = ProvisioningReference.DescribeWithBody(
        "Change a webhook for senders and templates", 200, Shown, ProvisioningError.NoFields, ProvisioningError.InvalidId, ProvisioningError.WebhookNotFound, ProvisioningError.WebhookExists);

    public static readonly Operation Delete = ProvisioningReference.Describe("Remove a webhook for senders and templates", 204, "Removed.", ProvisioningError.InvalidId, ProvisioningError.WebhookNotFound);
}
