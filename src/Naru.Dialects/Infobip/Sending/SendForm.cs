using System.Text.Json;
using Naru.Core.Content;
using Naru.Dialects.Infobip.Errors;
using Naru.Dialects.Infobip.Reports;
using Naru.Dialects.Json;
using Naru.Engine.Ports;
using Naru.Engine.Webhooks;

namespace Naru.Dialects.Infobip.Sending;

/// <summary>What the operations that send do differently; all else they have in common.</summary>
/// <param name="ReportForm">In which form reports of its messages are pushed: see <see cref="ReportMedia"/>.</param>
/// <param name="Sender">The member of a message that names its sender.</param>
/// <param name="Text">The member of a message that holds its text.</param>
/// <param name="Title">The member of a message that holds the title of a text.</param>
/// <param name="Window">The member of a message that holds its delivery window.</param>
internal sealed record SendForm(
    Channel Channel, ErrorFamily Family, SendForm.Reading Read, SendForm.Writing Write, ReportForm ReportForm, string Sender, string Text, string Title, string Window)
{
    public delegate SendDraft Reading(ReadOnlySpan<byte> body, InfobipTextLimit textLimit, WebhookTargetPolicy targets, DateTimeOffset now, ShapeFaults faults);

    public delegate void Writing(Utf8JsonWriter json, SubmissionReceipt receipt, SendDraft draft);

    private const string V3Title = "options.regional.southKorea.title";

    /// <summary><c>POST /kakao-alim/1/messages</c>.</summary>
    public static readonly SendForm AlimTalk = new(
        Channel.AlimTalk, ErrorFamily.Newer, static (body, limit, targets, now, faults) => SendRequestReader.Read(Channel.AlimTalk, body, limit, targets, now, faults), SendAnswer.Write,
        ReportForm.Messages, "sender", "content.text", V3Title, "options.deliveryTimeWindow");

    /// <summary><c>POST /sms/3/messages</c>.</summary>
    public static readonly SendForm Sms = AlimTalk with
    {
        Channel = Channel.Sms,
        Read = static (body, limit, targets, now, faults) => SendRequestReader.Read(Channel.Sms, body, limit, targets, now, faults),
    };

    /// <summary><c>POST /sms/2/text/advanced</c>.</summary>
    public static readonly SendForm AdvancedSms = new(
        Channel.Sms, ErrorFamily.Older, static (body, limit, targets, now, faults) => SendRequestReader.ReadAdvanced(body, limit, targets, now, faults), SendAnswer.WriteAdvanced,
        ReportForm.Texts, "from", "text", "regional.southKorea.title", "deliveryTimeWindow");
}
