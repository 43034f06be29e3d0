using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Engine.Ports;

/// <summary>A way out. Translates and hands over; decides nothing.</summary>
public interface ICarrier
{
    /// <summary>Its configured name, as routes name it.</summary>
    string Name { get; }

    CarrierTraits Traits { get; }

    bool Carries(Channel channel);

    /// <summary>
    /// Hands a batch over. Called from one place at a time. Answers come in the order of the batch. An attempt whose
    /// <see cref="Handover.NotAfter"/> has passed must not leave: it is answered <see cref="AnswerKind.NotSent"/>.
    /// An exception means that every attempt of the batch is unclear.
    /// </summary>
    ValueTask<IReadOnlyList<CarrierAnswer>> SubmitAsync(IReadOnlyList<Handover> batch, CancellationToken cancellationToken);

    /// <summary>
    /// Runs until cancelled and brings in what the carrier reports later. <paramref name="sink"/> returns when the reports are
    /// durable; only then may the carrier forget them.
    /// </summary>
    Task RunAsync(ICarrierReportSink sink, CancellationToken cancellationToken);

    /// <summary>When it will do something by the gateway's clock although nobody asks. Only what is simulated does.</summary>
    ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) => ValueTask.FromResult<DateTimeOffset?>(null);

    /// <summary>How it stands now, part by part. Empty where nothing can break.</summary>
    IReadOnlyList<CarrierCondition> Conditions => [];

    /// <summary>What it signs in with, and what operators may enter anew while it runs (<see cref="Registry.CarrierSecret"/>).</summary>
    IReadOnlyList<CarrierCredential> Credentials => [];
}

/// <summary>An attempt on its way out.</summary>
/// <param name="Id">The reference under which the carrier drops duplicates.</param>
/// <param name="Reference">The message's public reference that may be shown to the carrier.</param>
/// <param name="NotAfter">Checked just before the socket.</param>
public sealed record Handover(AttemptId Id, WorkspaceId Workspace, Recipient To, Step Step, string Reference, DateTimeOffset NotAfter)
{
    /// <summary>
    /// Set where the attempt may have left before and nobody knows: when it began. A carrier that asks (<see cref="CarrierTraits.AskAfter"/>) looks for it from
    /// there before it sends, and answers <see cref="AnswerKind.NotSent"/> only where it never left.
    /// </summary>
    public DateTimeOffset? Since { get; init; }
}

public interface ICarrierReportSink
{
    /// <summary>Completes when what the reports lead to is durable.</summary>
    ValueTask ReportAsync(IReadOnlyList<CarrierReport> reports, CancellationToken cancellationToken);
}

/// <summary>What became of an attempt, told later.</summary>
public sealed record CarrierReport(AttemptId Attempt, string Code, DateTimeOffset At);
