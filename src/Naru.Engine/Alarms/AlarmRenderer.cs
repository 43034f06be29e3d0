using System.Text;
using System.Text.Json;
using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Engine.Time;

namespace Naru.Engine.Alarms;

/// <summary>Alarms as webhooks: what was written down when it happened, signed anew at each try.</summary>
public sealed class AlarmRenderer(GatewayClock clock) : IReportRenderer
{
    public DialectName Dialect => DialectName.Naru;

    public int ItemsPerRequest => 1;

    public ValueTask<RenderedPush> RenderAsync(RenderOrder order, CancellationToken cancellationToken)
    {
        var notice = order.Notice ?? throw new InvalidOperationException("Alarms are told by notices.");
        var body = Encoding.UTF8.GetBytes(notice.Body);
        var id = JsonSerializer.Deserialize(body, AlarmJson.Default.AlarmNotice)!.Id;
        var headers = AlarmSignature.HeadersOf(id, clock.System.GetUtcNow(), body, order.Endpoint.Subscription?.Secret);
        return ValueTask.FromResult(new RenderedPush(body, "application/json", headers));
    }
}
