using System.Collections.Frozen;
using System.Text;
using Naru.Core.Messages;
using Naru.Dialects.Http;
using Naru.Engine.Ports;

namespace Naru.Dialects.Infobip.Inbound;

/// <summary>The body of a push about a text that came in: written when it comes, and sent as it stands.</summary>
internal sealed class InboundWriter : IInboundWriter, IReportRenderer
{
    private const int Bytes = 1024;

    private static readonly FrozenDictionary<string, string> s_noHeaders = FrozenDictionary<string, string>.Empty;

    public DialectName Dialect => DialectName.InfobipInbound;

    public int ItemsPerRequest => 1;

    public string Write(InboundOrder order)
    {
        using var body = new PooledBytes(Bytes);
        JsonAnswer.Render(body, new InboundPage([order.Text], 0, order.Ids), InboundJson.Write);
        return Encoding.UTF8.GetString(body.Span);
    }

    public ValueTask<RenderedPush> RenderAsync(RenderOrder order, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new RenderedPush(Encoding.UTF8.GetBytes(order.Notice!.Body), JsonMedia.Utf8, s_noHeaders));
}
