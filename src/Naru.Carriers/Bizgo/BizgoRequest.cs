using System.Security.Cryptography;
using System.Text;
using Naru.Engine.Ports;

namespace Naru.Carriers.Bizgo;

/// <summary>One request to be: equal flow, no recipient twice.</summary>
/// <param name="Key">Its idempotency key: the attempt's reference where it is alone, else one made of all of them in their order.</param>
internal sealed record BizgoRequest(string Flow, IReadOnlyList<Handover> Members, string Key)
{
    public static BizgoRequest Of(string flow, IReadOnlyList<Handover> members, Func<Handover, string> reference) =>
        new(flow, members, members.Count == 1 ? reference(members[0]) : KeyOf(members.Select(reference)));

    private static string KeyOf(IEnumerable<string> references) =>
        "naru." + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', references))));
}
