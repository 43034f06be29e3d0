using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Naru.Load.Wire;

namespace Naru.Load.Receiving;

/// <summary>Callbacks of the Sinch door, one to a request; every signature is checked (sinch.md §4).</summary>
internal sealed class SinchCallbacks(ReportTally tally, string secret) : IPushTaker
{
    // Setting a keyed hash up costs more than hashing a callback with it; a receiving process has one secret.
    [ThreadStatic]
    private static IncrementalHash? s_keyed;

    private readonly byte[] _key = Encoding.UTF8.GetBytes(secret);

    public bool Take(HttpFraming request)
    {
        if (!IsSigned(request))
        {
            tally.TakeBadSignature();
            return false;
        }

        try
        {
            var body = new CallbackBody(request.Body);
            var report = body.Read();
            tally.TakeOne(report, body.IsDelivery);
            return true;
        }
        catch (JsonException)
        {
            tally.TakeUnreadable();
            return false;
        }
    }

    private bool IsSigned(HttpFraming request)
    {
        var nonce = request.Header("x-sinch-webhook-signature-nonce"u8);
        var timestamp = request.Header("x-sinch-webhook-signature-timestamp"u8);
        if (nonce.IsEmpty || timestamp.IsEmpty || !request.Header("x-sinch-webhook-signature-algorithm"u8).SequenceEqual("HmacSHA256"u8))
            return false;

        var keyed = s_keyed ??= IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        keyed.AppendData(request.Body);
        keyed.AppendData("."u8);
        keyed.AppendData(nonce);
        keyed.AppendData("."u8);
        keyed.AppendData(timestamp);
        Span<byte> hash = stackalloc byte[32];
        keyed.GetHashAndReset(hash);
        Span<byte> expected = stackalloc byte[44];
        Base64.EncodeToUtf8(hash, expected, out _, out var written);
        return request.Header("x-sinch-webhook-signature"u8).SequenceEqual(expected[..written]);
    }
}
