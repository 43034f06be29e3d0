namespace Naru.Carriers.Http;

/// <summary>Which Korean kind a text is, by its length in EUC-KR: one byte for ASCII, two for all else that it has.</summary>
internal static class SmsLength
{
    /// <summary>Longer ones, and all with a title, go as LMS.</summary>
    public const int ShortBytes = 90;

    public static bool IsShort(string text, string? title) => string.IsNullOrEmpty(title) && Bytes(text) <= ShortBytes;

    public static int Bytes(string text)
    {
        var bytes = 0;
        foreach (var character in text)
        {
            bytes += character < 0x80 ? 1 : 2;
        }

        return bytes;
    }
}
