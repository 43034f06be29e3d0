using Naru.Carriers.Smpp.Protocol;

namespace Naru.Fakes.Smsc;

/// <summary>A submission at the carrier.</summary>
/// <param name="Number">How many came before it and it, over all sessions.</param>
public sealed record SmscSubmission(int Number, int Session, ShortMessage Message);

/// <summary>What the carrier does with a submission. As it stands: takes it, answers, and says that it was delivered.</summary>
public sealed record SmscReaction
{
    public static readonly SmscReaction Delivers = new();

    public uint Status { get; init; }

    /// <summary>The id in the answer; null = the next number.</summary>
    public string? MessageId { get; init; }

    /// <summary>The id as receipts write it; null = the same.</summary>
    public string? ReceiptId { get; init; }

    /// <summary>The connection breaks before it is taken.</summary>
    public bool CutBefore { get; init; }

    /// <summary>The connection breaks after it was taken, before the answer.</summary>
    public bool CutAfter { get; init; }

    /// <summary>It is taken and never answered.</summary>
    public bool IsSilent { get; init; }

    /// <summary>The answer, and the receipts behind it, leave when this completes; meanwhile others go on.</summary>
    public Task? AnswerAfter { get; init; }

    /// <summary>Receipts that overtake the answer, such as <c>DELIVRD</c>.</summary>
    public IReadOnlyList<string> Early { get; init; } = [];

    /// <summary>Receipts behind the answer.</summary>
    public IReadOnlyList<string> Receipts { get; init; } = ["DELIVRD"];

    /// <summary><c>err:</c> of the receipts.</summary>
    public string Error { get; init; } = "000";

    /// <summary>Receipts say it by parameters too.</summary>
    public bool WithParameters { get; init; }
}
