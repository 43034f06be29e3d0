using System.Buffers.Text;
using System.Text;

namespace Naru.Dialects.Infobip.Logs;

/// <summary>
/// The position of a log reader: after this message. It holds the public id, which tells nothing that the client does not have already;
/// a sequence number would tell how much others send.
/// </summary>
internal static class LogCursor
{
    private const string Version = "1:";

    public static string After(string publicId) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Version + publicId));

    /// <summary>The public id, or null when the text is no cursor of ours.</summary>
    public static string? Read(string cursor)
    {
        if (!Base64Url.IsValid(cursor))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        return text.StartsWith(Version, StringComparison.Ordinal) ? text[Version.Length..] : null;
    }
}
