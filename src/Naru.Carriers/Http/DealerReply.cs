using System.Net;

namespace Naru.Carriers.Http;

/// <summary>What came of a request to a dealer.</summary>
/// <param name="Body">Empty unless it was answered.</param>
/// <param name="Note">Why it was not answered: plain English, without personal data.</param>
internal sealed record DealerReply(DealerReplyKind Kind, HttpStatusCode? Status, ReadOnlyMemory<byte> Body, string? Note)
{
    public bool IsSuccess => Kind == DealerReplyKind.Answered && (int)Status!.Value is >= 200 and < 300;

    /// <summary>The dealer, or the way to it, is not well; a refusal is no such thing.</summary>
    public bool IsOutage { get; init; }

    public static DealerReply Answered(HttpStatusCode status, ReadOnlyMemory<byte> body) => new(DealerReplyKind.Answered, status, body, null) { IsOutage = (int)status >= 500 };

    public static DealerReply NotSent(string note, bool isOutage) => new(DealerReplyKind.NotSent, null, default, note) { IsOutage = isOutage };

    public static DealerReply Unclear(string note) => new(DealerReplyKind.Unclear, null, default, note) { IsOutage = true };
}

internal enum DealerReplyKind
{
    /// <summary>There is an answer, whatever it says.</summary>
    Answered = 1,

    /// <summary>The dealer certainly did not take it.</summary>
    NotSent = 2,

    /// <summary>It may have arrived.</summary>
    Unclear = 3,
}
