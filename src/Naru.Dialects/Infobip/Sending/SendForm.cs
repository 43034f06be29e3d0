using System.Text.Json;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Dialects.Infobip.Errors;
using Naru.Dialects.Infobip.Reports;
using Naru.Dialects.Infobip.Status;
using Naru.Dialects.Json;
using Naru.Engine.Ports;
using Naru.Engine.Webhooks;

namespace Naru.Dialects.Infobip.Sending;

/// <summary>What the operations that send do differently; all else they have in common.</summary>
internal sealed record SendForm(ErrorFamily Family, SendForm.Reading Read, SendForm.Writing Write, ReportForm ReportForm, SendPlaces Places)
{
    public delegate SendDraft Reading(ReadOnlySpan<byte> body, InfobipTextLimit textLimit, WebhookTargetPolicy targets, DateTimeOffset now, ShapeFaults faults);

    public delegate void Writing(Utf8JsonWriter json, SubmissionReceipt receipt, SendDraft draft);

    /// <summary><c>POST /kakao-alim/1/messages</c>.</summary>
    public static readonly SendForm AlimTalk = new(
        ErrorFamily.Newer, static (body, limit, targets, now, faults) => SendRequestReader.Read(Channel.AlimTalk, body, limit, targets, now, faults), SendAnswer.Write,
        ReportForm.Messages, SendPlaces.Messages);

    /// <summary><c>POST /sms/3/messages</c>.</summary>
    public static readonly SendForm Sms = AlimTalk with
    {
        Read = static (body, limit, targets, now, faults) => SendRequestReader.Read(Channel.Sms, body, limit, targets, now, faults),
    };

    /// <summary><c>POST /sms/2/text/advanced</c>.</summary>
    public static readonly SendForm AdvancedSms = new(ErrorFamily.Older, SendRequestReader.ReadAdvanced, SendAnswer.WriteAdvanced, ReportForm.Texts, SendPlaces.Texts)
    {
        Accepted = InfobipStatuses.PendingAccepted,
        WriteRecipient = static (json, to) => json.WriteString("to"u8, to),
    };

    /// <summary><c>POST /omni/1/advanced</c>.</summary>
    public static readonly SendForm Omni = new(ErrorFamily.Older, SendRequestReader.ReadOmni, SendAnswer.WriteOmni, ReportForm.Omni, SendPlaces.Omni)
    {
        WriteRecipient = SendAnswer.WriteOmniRecipient,
    };

    /// <summary>In whose words reports of its messages are.</summary>
    public DialectName Dialect => ReportForm.Dialect();

    /// <summary>What it tries stands in a scenario of the workspace.</summary>
    public bool GoesByScenario => Dialect == DialectName.InfobipOmni;

    /// <summary>The status of a message that was taken.</summary>
    public InfobipStatus Accepted { get; private init; } = InfobipStatuses.PendingEnroute;

    /// <summary>The member of an answer's line that says to whom it goes.</summary>
    public Action<Utf8JsonWriter, string> WriteRecipient { get; private init; } = static (json, to) => json.WriteString("destination"u8, to);
}
