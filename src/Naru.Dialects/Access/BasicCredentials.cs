using System.Text;

namespace Naru.Dialects.Access;

/// <summary>The name and password of a <c>Basic</c> authorisation.</summary>
internal readonly record struct BasicCredentials(string Name, string Password)
{
    /// <param name="encoded">What stands behind the scheme.</param>
    public static bool TryRead(string encoded, out BasicCredentials credentials)
    {
        credentials = default;
        Span<byte> bytes = stackalloc byte[512];
        if (encoded.Length > bytes.Length
            || !Convert.TryFromBase64String(encoded, bytes, out var length)
            || bytes[..length].IndexOf((byte)':') is not (>= 0 and var colon))
        {
            return false;
        }

        credentials = new BasicCredentials(Encoding.UTF8.GetString(bytes[..colon]), Encoding.UTF8.GetString(bytes[(colon + 1)..length]));
        return true;
    }
}
