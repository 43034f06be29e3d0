using System.Text;
using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Engine.Tests.Hosting;

/// <summary>A notice as it was written.</summary>
internal sealed class NoticeRenderer(DialectName dialect) : IReportRenderer
{
    public DialectName Dialect => dialect;

    public int ItemsPerRequest => 1;

    public ValueTask<RenderedPush> RenderAsync(RenderOrder order, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new RenderedPush(Encoding.UTF8.GetBytes(order.Notice!.Body), "application/json", new Dictionary<string, string>()));
}
