namespace Naru.Carriers.Smpp.Protocol;

/// <summary>
/// The bodies of answers. Carriers leave them away where the status is an error, and some do where it is none: what is missing is empty.
/// </summary>
public static class SmppAnswers
{
    /// <summary>Of submit_sm_resp: at most 64 characters.</summary>
    public const int MaxMessageId = 64;

    private const int MaxSystemId = 15;

    /// <summary>The message id of a submit_sm_resp or deliver_sm_resp.</summary>
    public static string ReadMessageId(ReadOnlySpan<byte> body, out string? fault) => ReadText(body, MaxMessageId + 1, "message_id", out fault);

    /// <summary>The carrier's system id of a bind answer.</summary>
    public static string ReadSystemId(ReadOnlySpan<byte> body, out string? fault) => ReadText(body, MaxSystemId + 1, "system_id", out fault);

    private static string ReadText(ReadOnlySpan<byte> body, int size, string field, out string? fault)
    {
        fault = null;
        if (body.IsEmpty)
        {
            return "";
        }

        var reader = new OctetReader(body);
        var text = reader.Text(size, field);
        fault = reader.Fault;
        return text;
    }
}
