using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Engine.Registry;

namespace Naru.Dialects.Tests.Infobip;

internal static class Orders
{
    /// <summary>A push of final reports to an endpoint that wants this content type.</summary>
    public static RenderOrder Final(string contentType, IReadOnlyList<Message> messages, IReadOnlyList<string> bulkIds) => new(
        new WebhookEndpoint(1, new WorkspaceId(1), "https://example.test/reports", contentType, DateTimeOffset.UnixEpoch), ReportEvent.Final, messages, bulkIds);
}
