using System.Security.Cryptography;
using System.Text;
using Naru.Carriers.Smpp.Links;
using Naru.Carriers.Smpp.Protocol;
using Naru.Carriers.Smpp.Receipts;
using Naru.Carriers.Smpp.Storage;
using Naru.Engine.Time;

namespace Naru.Carriers.Smpp.Inbound;

/// <summary>
/// Names incoming texts so that one that a carrier delivers again has the same name. Where the carrier gives an id, that is it. SMPP has none for texts, so a text
/// gets a name of ours. What says the same comes again where the first was never acknowledged, after a lost link or a crash; or where it was, and the link ended so
/// soon that the carrier may not have heard. Whoever writes "yes" twice has both acknowledged, and is heard twice.
/// </summary>
/// <remarks>Only inside <see cref="SmppStore.RunAsync"/>.</remarks>
internal sealed class TextReference(OpenTexts open, IRandomSource random)
{
    /// <summary>How long an acknowledgement is in doubt once its link has ended.</summary>
    public static readonly TimeSpan Doubt = TimeSpan.FromMinutes(1);

    private const string Given = "id-";

    /// <summary>Named since the last acknowledgements: a text beside them that says the same is another one.</summary>
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);

    /// <summary>Links that texts came by, as long as they last.</summary>
    private readonly Dictionary<long, SmppLink> _links = [];

    /// <summary>What came before was answered.</summary>
    public void BeginBatch()
    {
        _named.Clear();
        foreach (var (id, _) in _links.Where(static link => !link.Value.IsUp))
        {
            _links.Remove(id);
        }
    }

    public string Of(Arrival arrival)
    {
        var message = arrival.Message;
        if (message.Parameters.Find(TlvTag.ReceiptedMessageId) is { Value.Length: > 0 } id
            && Encoding.Latin1.GetString(id.Value.Span).TrimEnd('\0') is { Length: > 0 and < SmppAnswers.MaxMessageId - 4 } carriers)
        {
            return Given + carriers;
        }

        _links[arrival.Link.Id] = arrival.Link;
        var print = FingerprintOf(message);
        var known = open.Find(print).FirstOrDefault(text => !_named.Contains(text.Reference) && MayComeAgain(text, arrival.At)).Reference;
        var reference = known ?? Make(print, arrival.At);
        _named.Add(reference);
        return reference;
    }

    /// <summary>Whether its acknowledgement is to be written down.</summary>
    public static bool IsOurs(string reference) => !reference.StartsWith(Given, StringComparison.Ordinal);

    private bool MayComeAgain(OpenText text, DateTimeOffset now) =>
        text.AcknowledgedAt is not { } acknowledged || (now - acknowledged < Doubt && !_links.ContainsKey(text.Link));

    private string Make(byte[] print, DateTimeOffset at)
    {
        Span<byte> chance = stackalloc byte[12];
        random.Fill(chance);
        var reference = Convert.ToHexStringLower(chance);
        open.Add(reference, print, at);
        return reference;
    }

    private static byte[] FingerprintOf(ShortMessage message)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{message.From.Text}\n{message.To.Text}\n{message.Class} {message.DataCoding}\n"));
        hash.AppendData(message.Payload.Span);
        if (message.Parameters.Find(TlvTag.UserMessageReference) is { } own)
        {
            hash.AppendData(own.Value.Span);
        }

        return hash.GetHashAndReset()[..16];
    }
}
