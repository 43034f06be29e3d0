using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace Naru.Load.Wire;

/// <summary>
/// A POST, built once and patched in place for each sending: everything that differs has a fixed width, so neither the length nor a single other
/// byte changes.
/// </summary>
internal sealed partial class PatchedRequest
{
    private readonly byte[] _bytes;
    private readonly Slot[] _slots;
    private readonly Recipients _recipients;
    private readonly AllAccepted _allAccepted;

    private PatchedRequest(byte[] bytes, Slot[] slots, int messages, Recipients recipients, AllAccepted allAccepted) =>
        (_bytes, _slots, Messages, _recipients, _allAccepted) = (bytes, slots, messages, recipients, allAccepted);

    /// <summary>Whether a body of an answer with 200 says that all of so many messages were accepted.</summary>
    public delegate bool AllAccepted(ReadOnlySpan<byte> body, int messages);

    private enum Varying
    {
        Recipient,
        Sequence,
        Day,
        SentAt,
    }

    public int Messages { get; }

    public ReadOnlyMemory<byte> Bytes => _bytes;

    public bool IsAccepted(ReadOnlySpan<byte> body) => _allAccepted(body, Messages);

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

    private readonly record struct Slot(int At, int Length, Varying What, int Message);

    /// <summary>Writes the body, and remembers what varies.</summary>
    public sealed partial class Body
    {
        private readonly ArrayBufferWriter<byte> _body = new();
        private readonly List<Slot> _slots = [];

        /// <summary>Which message of the request is being written.</summary>
        public int Message { get; set; }

        public Body Add(string text)
        {
            Encoding.UTF8.GetBytes(text, _body);
            return this;
        }

        public Body AddRecipient() => Vary(Varying.Recipient, Recipients.Length);

        public Body AddSequence() => Vary(Varying.Sequence, CallbackData.SequenceDigits);

        public Body AddDay() => Vary(Varying.Day, 2);

        public Body AddCallbackData(int run)
        {
            var at = _body.WrittenCount;
            Add(CallbackData.Blank(run));
            _slots.Add(new Slot(at + CallbackData.SequenceAt, CallbackData.SequenceDigits, Varying.Sequence, Message));
            _slots.Add(new Slot(at + CallbackData.SentAtAt, CallbackData.SentAtDigits, Varying.SentAt, Message));
            return this;
        }

        /// <summary>A template's text with its variables replaced (infobip.md §4): a date where one is expected, else a number.</summary>
        public Body AddFilledText(string text)
        {
            var literalFrom = 0;
            foreach (Match variable in VariablePattern().Matches(text))
            {
                AddText(text[literalFrom..variable.Index]);
                literalFrom = variable.Index + variable.Length;
                if (variable.Groups["name"].Value == "expected_delivery")
                    Add("2026-11-").AddDay();
                else
                    Add("P").AddSequence();
            }

            return AddText(text[literalFrom..]);
        }

        /// <param name="head">Request line and headers, without Content-Length and the empty line.</param>
        public PatchedRequest Build(string head, int messages, Recipients recipients, AllAccepted allAccepted)
        {
            var lines = Encoding.ASCII.GetBytes($"{head}Content-Type: application/json\r\nAccept: application/json\r\nContent-Length: {_body.WrittenCount}\r\n\r\n");
            return new PatchedRequest(
                [.. lines, .. _body.WrittenSpan], [.. _slots.Select(slot => slot with { At = slot.At + lines.Length })], messages, recipients, allAccepted);
        }

        private Body AddText(string text) => Add(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text));

        private Body Vary(Varying what, int length)
        {
            _slots.Add(new Slot(_body.WrittenCount, length, what, Message));
            return Add(new string('0', length));
        }

        [GeneratedRegex(@"#\{(?<name>[^{}]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
        private static partial Regex VariablePattern();
    }
}
