using System.Collections.Frozen;
using Naru.Core.Messages;
using Naru.Dialects.Http;
using Naru.Engine.Ports;

namespace Naru.Dialects.Infobip.Reports;

/// <summary>The body of a delivery report push: <c>DeliveryReports</c> as JSON or XML and in the form of one of the APIs, by the endpoint's content type.</summary>
/// <param name="publicId">The public id of a message.</param>
/// <param name="dialect">OMNI's reports have a form of their own.</param>
public sealed class InfobipReportRenderer(Func<Message, string> publicId, DialectName dialect = DialectName.Infobip) : IReportRenderer
{
    /// <summary>What a report takes, roughly: the first guess at a body's size.</summary>
    private const int BytesPerReport = 768;

    private static readonly FrozenDictionary<string, string> s_noHeaders = FrozenDictionary<string, string>.Empty;

    public DialectName Dialect => dialect;

    /// <summary>Infobip's default (contracts/infobip.md §5).</summary>
    public int ItemsPerRequest => 100;

    public ValueTask<RenderedPush> RenderAsync(RenderOrder order, CancellationToken cancellationToken) => ValueTask.FromResult(Compose(order));

    public RenderedPush Compose(RenderOrder order)
    {
        var messages = order.Messages;
        var reports = new ReportFacts[messages.Count];
        for (var i = 0; i < reports.Length; i++)
        {
            reports[i] = new ReportFacts(messages[i], publicId(messages[i]), order.BulkIds[i], order.Event);
        }

        using var body = new PooledBytes(reports.Length * BytesPerReport);
        var form = dialect == DialectName.InfobipOmni ? ReportForm.Omni : ReportMedia.FormOf(order.Endpoint.ContentType);
        if (ReportMedia.IsXml(order.Endpoint.ContentType))
        {
            using (var xml = InfobipXml.Open(body))
            {
                ReportXml.Write(xml, reports, form);
            }

            return new RenderedPush(body.Span.ToArray(), InfobipXml.ContentTypeUtf8, s_noHeaders);
        }

        JsonAnswer.Render(body, reports, ReportJson.Writer(form));
        return new RenderedPush(body.Span.ToArray(), JsonMedia.Utf8, s_noHeaders);
    }
}
