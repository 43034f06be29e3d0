namespace Naru.Load.Wire;

/// <summary>
/// What a message carries in <c>webhooks.callbackData</c> so that its report tells which message it is and when it was sent:
/// <c>r{run:8}n{sequence:10}t{timestamp:19}</c>. The timestamp is the monotonic clock, which all processes of a machine share.
/// </summary>
internal readonly record struct CallbackData(int Run, long Sequence, long SentAt)
{
    public const int SequenceAt = 10;
    public const int SequenceDigits = 10;
    public const int SentAtAt = 21;
    public const int SentAtDigits = 19;
    public const int Length = 40;

    /// <summary>The text with zeros where sequence and timestamp belong.</summary>
    public static string Blank(int run) => $"r{run:D8}n{0:D10}t{0:D19}";

    public static bool TryRead(ReadOnlySpan<byte> text, out CallbackData data)
    {
        data = default;
        if (text.Length != Length || text[0] != 'r' || text[9] != 'n' || text[20] != 't'
            || !Digits.TryRead(text[1..9], out var run)
            || !Digits.TryRead(text.Slice(SequenceAt, SequenceDigits), out var sequence)
            || !Digits.TryRead(text.Slice(SentAtAt, SentAtDigits), out var sentAt))
            return false;
        data = new CallbackData((int)run, sequence, sentAt);
        return true;
    }
}
