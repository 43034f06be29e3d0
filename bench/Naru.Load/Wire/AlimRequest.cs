using System.Net;

namespace Naru.Load.Wire;

/// <summary>A POST to <c>/kakao-alim/1/messages</c>.</summary>
internal static class AlimRequest
{
    public static PatchedRequest Build(IPEndPoint gateway, AlimPlan plan)
    {
        var body = new PatchedRequest.Body();
        body.Add("""{"messages":[""");
        for (var i = 0; i < plan.Messages; i++)
        {
            body.Message = i;
            body.Add(i == 0 ? "" : ",");
            AddMessage(body, plan);
        }

        body.Add("]}");
        return body.Build(
            $"POST /kakao-alim/1/messages HTTP/1.1\r\nHost: {gateway}\r\nAuthorization: App {plan.ApiKey}\r\n", plan.Messages, plan.Recipients, SendAnswer.AllAccepted);
    }

    private static void AddMessage(PatchedRequest.Body body, AlimPlan plan)
    {
        body.Add($"{{\"sender\":\"{plan.Sender}\",\"destinations\":[{{\"to\":\"").AddRecipient();
        if (plan.ClientIds)
            body.Add($"\",\"messageId\":\"load-{plan.Run:D8}-").AddSequence();

        body.Add($"\"}}],\"content\":{{\"type\":\"TEMPLATE\",\"templateCode\":\"{plan.Template}\",\"text\":\"").AddFilledText(plan.Text).Add("\"}");
        if (plan.Report != ReportBy.Nothing)
        {
            body.Add(",\"webhooks\":{\"callbackData\":\"").AddCallbackData(plan.Run)
                .Add(plan.ReportTo is { } url ? $"\",\"delivery\":{{\"url\":\"{url}\"}},\"contentType\":\"application/json\"}}" : "\"}");
        }

        body.Add("}");
    }
}
