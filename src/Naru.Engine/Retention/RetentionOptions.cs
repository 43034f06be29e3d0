namespace Naru.Engine.Retention;

/// <summary>How long things are kept. Bound from <c>Naru:Retention</c>.</summary>
public sealed record RetentionOptions
{
    /// <summary>Messages, from their end, and texts that came in, from their arrival. At least two days, because reports and logs are promised for 48 hours.</summary>
    public TimeSpan FinishedMessages { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Pushes, from when they were settled: the history on the endpoint's page.</summary>
    public TimeSpan SettledPushes { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How often it is looked whether something is past its time.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Rows that go in one step: a few milliseconds of the store, so that accepting never stalls.</summary>
    public int StepRows { get; init; } = 500;
}
