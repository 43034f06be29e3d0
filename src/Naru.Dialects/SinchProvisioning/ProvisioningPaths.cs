using Microsoft.AspNetCore.Http;

namespace Naru.Dialects.SinchProvisioning;

/// <summary>
/// What the Provisioning API has of the origin (contracts/sinch.md §1, §6): <c>/kakaotalk/…</c> collides with nothing and is served at the root too;
/// <c>/webhooks</c> and <c>/bundles</c> of a project are the Conversation API's there, and live under <see cref="Prefix"/> alone.
/// </summary>
internal static class ProvisioningPaths
{
    public const string Prefix = "/provisioning";

    public const string V1 = "/v1";

    public const string Project = V1 + "/projects/{" + ProjectId + "}";

    public const string ProjectId = "projectId";

    public const string PlusFriendId = "plusFriendId";

    public const string TemplateCode = "templateCode";

    public const string WebhookId = "webhookId";

    public const string KakaoTalk = "/kakaotalk";

    public static bool Holds(PathString path)
    {
        if (path.StartsWithSegments(Prefix + V1, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var names = (path.Value ?? "").Split('/', 6);
        return names is ["", "v1", "projects", _, var resource, ..] && resource.Equals("kakaotalk", StringComparison.OrdinalIgnoreCase);
    }
}
