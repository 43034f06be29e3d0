using System.Net;

namespace Naru.Load.Wire;

/// <summary>A POST to <c>messages:send</c>: one AlimTalk made from the demo's <c>package_template</c> (sinch.md §3.3).</summary>
internal static class SinchRequest
{
    public static PatchedRequest Build(IPEndPoint gateway, SinchPlan plan, Recipients recipients) => new PatchedRequest.Body()
        .Add($"{{\"app_id\":\"{plan.AppId}\",\"recipient\":{{\"identified_by\":{{\"channel_identities\":[{{\"channel\":\"KAKAOTALK\",\"identity\":\"").AddRecipient()
        .Add("\"}]}},\"message\":{\"template_message\":{\"channel_template\":{\"KAKAOTALK\":{\"template_id\":\"package_template\",\"parameters\":{\"package_id\":\"P")
        .AddSequence().Add("\",\"expected_delivery\":\"2026-11-").AddDay().Add("\"}}}}},\"message_metadata\":\"").AddCallbackData(plan.Run).Add("\"}")
        .Build(
            $"POST /v1/projects/{plan.Project}/messages:send HTTP/1.1\r\nHost: {gateway}\r\nAuthorization: Bearer {plan.Token}\r\n",
            messages: 1, recipients, static (body, _) => body.StartsWith("{\"message_id\":\""u8));
}

/// <param name="Run">Tells this run's messages and callbacks from those of another.</param>
/// <param name="Token">A bearer token of the project.</param>
internal sealed record SinchPlan(int Run, string Project, string AppId, string Token);
