using System.Security.Cryptography;
using System.Text;
using Naru.Core.Senders;
using Naru.Core.Templates;

namespace Naru.Dialects.SinchProvisioning.Answers;

/// <summary>
/// The ids of senders and templates, which clients see and never send: UUIDs made of the keys by a hash, always the same, from which no sender key can be
/// found out.
/// </summary>
internal static class PublicIds
{
    public static Guid Of(Sender sender) => Of("sender:" + sender.Key);

    public static Guid Of(Template template) => Of($"template:{template.SenderKey}:{template.Code}");

    /// <summary>As RFC 9562 has it for ids that are made by a hash of one's own (version 8).</summary>
    private static Guid Of(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
