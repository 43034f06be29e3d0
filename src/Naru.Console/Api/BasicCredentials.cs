using System.Text;

namespace Naru.Console.Api;

/// <summary>Name and password of a Basic header (RFC 7617).</summary>
internal readonly record struct BasicCredentials(string Name, string Password)
{
    /// <param name="encoded">What stands behind the scheme.</param>
    public static BasicCredentials? Read(string encoded)
    {
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length) && bytes.AsSpan(0, length).IndexOf((byte)':') is >= 0 and var colon
            ? new(Encoding.UTF8.GetString(bytes, 0, colon), Encoding.UTF8.GetString(bytes, colon + 1, length - colon - 1))
            : null;
    }
}
