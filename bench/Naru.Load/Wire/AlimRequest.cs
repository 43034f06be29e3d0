using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace Naru.Load.Wire;

/// <summary>
/// A POST to <c>/kakao-alim/1/messages</c>, built once and patched in place for each sending: everything that differs has a
/// fixed width, so neither the length nor a single other byte changes.
/// </summary>
internal sealed partial class AlimRequest
{
    private enum Varying
    {
        Recipient,
        Sequence,
        Day,
        SentAt,
    }

    private readonly record struct Slot(int At, int Length, Varying What, int Message);

    private readonly byte[] _bytes;
    private readonly Slot[] _slots;
    private readonly Recipients _recipients;

    public AlimRequest(IPEndPoint gateway, AlimPlan plan)
    {
        Messages = plan.Messages;
        _recipients = plan.Recipients;

        var body = new ArrayBufferWriter<byte>();
        var slots = new List<Slot>();
        Append(body, """{"messages":[""");
        for (var i = 0; i < plan.Messages; i++)
        {
            Append(body, i == 0 ? "" : ",");
            AppendMessage(body, slots, plan, i);
        }

        Append(body, "]}");

        var head = Encoding.ASCII.GetBytes(
            $"POST /kakao-alim/1/messages HTTP/1.1\r\nHost: {gateway}\r\nAuthorization: App {plan.ApiKey}\r\n" +
            $"Content-Type: application/json\r\nAccept: application/json\r\nContent-Length: {body.WrittenCount}\r\n\r\n");
        _bytes = [.. head, .. body.WrittenSpan];
        _slots = [.. slots.Select(slot => slot with { At = slot.At + head.Length })];
    }

    public int Messages { get; }

    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>Makes it the request of the messages <paramref name="first"/> and following, sent at <paramref name="sentAt"/>.</summary>
    public void Patch(long first, long sentAt)
    {
        foreach (var slot in _slots)
        {
            var sequence = first + slot.Message;
            Digits.Write(_bytes.AsSpan(slot.At, slot.Length), slot.What switch
            {
                Varying.Recipient => _recipients.Of(sequence),
                Varying.Day => 1 + sequence % 28,
                Varying.SentAt => sentAt,
                _ => sequence,
            });
        }
    }

    private static void AppendMessage(ArrayBufferWriter<byte> body, List<Slot> slots, AlimPlan plan, int message)
    {
        void Vary(Varying what, int length)
        {
            slots.Add(new Slot(body.WrittenCount, length, what, message));
            Append(body, new string('0', length));
        }

        Append(body, $"{{\"sender\":\"{plan.Sender}\",\"destinations\":[{{\"to\":\"");
        Vary(Varying.Recipient, Recipients.Length);
        if (plan.ClientIds)
        {
            Append(body, $"\",\"messageId\":\"load-{plan.Run:D8}-");
            Vary(Varying.Sequence, CallbackData.SequenceDigits);
        }

        Append(body, $"\"}}],\"content\":{{\"type\":\"TEMPLATE\",\"templateCode\":\"{plan.Template}\",\"text\":\"");
        AppendFilledText(body, plan.Text, Vary);
        Append(body, "\"}");
        if (plan.Report != ReportBy.Nothing)
        {
            Append(body, ",\"webhooks\":{\"callbackData\":\"");
            AppendCallbackData(body, slots, plan.Run, message);
            Append(body, plan.ReportTo is { } url ? $",\"delivery\":{{\"url\":\"{url}\"}},\"contentType\":\"application/json\"}}" : "}");
        }

        Append(body, "}");
    }

    // The template's variables are replaced by the caller (infobip.md §4): a date where one is expected, else a number.
    private static void AppendFilledText(ArrayBufferWriter<byte> body, string text, Action<Varying, int> vary)
    {
        var literalFrom = 0;
        foreach (Match variable in VariablePattern().Matches(text))
        {
            AppendText(body, text[literalFrom..variable.Index]);
            literalFrom = variable.Index + variable.Length;
            if (variable.Groups["name"].Value == "expected_delivery")
            {
                Append(body, "2026-11-");
                vary(Varying.Day, 2);
            }
            else
            {
                Append(body, "P");
                vary(Varying.Sequence, CallbackData.SequenceDigits);
            }
        }

        AppendText(body, text[literalFrom..]);
    }

    private static void AppendCallbackData(ArrayBufferWriter<byte> body, List<Slot> slots, int run, int message)
    {
        var at = body.WrittenCount;
        Append(body, CallbackData.Blank(run) + "\"");
        slots.Add(new Slot(at + CallbackData.SequenceAt, CallbackData.SequenceDigits, Varying.Sequence, message));
        slots.Add(new Slot(at + CallbackData.SentAtAt, CallbackData.SentAtDigits, Varying.SentAt, message));
    }

    private static void Append(ArrayBufferWriter<byte> body, string text) => Encoding.UTF8.GetBytes(text, body);

    private static void AppendText(ArrayBufferWriter<byte> body, string text) =>
        Append(body, JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text));

    [GeneratedRegex(@"#\{(?<name>[^{}]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VariablePattern();
}
