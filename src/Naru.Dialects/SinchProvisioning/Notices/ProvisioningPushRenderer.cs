using System.Collections.Frozen;
using Naru.Core.Messages;
using Naru.Dialects.Http;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Answers;
using Naru.Dialects.Sinch.Reports;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Dialects.SinchProvisioning.Notices;

/// <summary>Callbacks of this API: what was written down when it happened, signed as the Conversation API signs.</summary>
public sealed class ProvisioningPushRenderer(WorkspaceDirectory directory, GatewayClock clock) : IReportRenderer
{
    private const int Bytes = 1024;

    public DialectName Dialect => DialectName.SinchProvisioning;

    public int ItemsPerRequest => 1;

    public ValueTask<RenderedPush> RenderAsync(RenderOrder order, CancellationToken cancellationToken)
    {
        if (order.Notice is not { } notice)
        {
            throw new InvalidOperationException("This API tells of no messages.");
        }

        using var body = new PooledBytes(Bytes);
        body.Raw(notice.Body);
        var length = body.Length;
        var headers = order.Endpoint.Subscription?.Secret is { Length: > 0 } secret
            ? SinchSignature.Of(body, secret, directory.NewUlid(), clock.System.GetUtcNow())
            : FrozenDictionary<string, string>.Empty;
        return ValueTask.FromResult(new RenderedPush(body.Span[..length].ToArray(), SinchAnswer.ContentType, headers));
    }
}
