namespace Naru.Console.Text;

/// <summary>Webhook endpoints and their pushes.</summary>
public abstract class WebhookWords
{
    public abstract string Settings { get; }

    public abstract string SettingsHelp { get; }

    public abstract string FromSetting(string url, string setting);

    public abstract string Url { get; }

    public abstract string ContentType { get; }

    public abstract string Saved { get; }

    public abstract string NotAUrl { get; }

    public abstract string TooLong(int limit);

    public abstract string Refused(string reason);

    public abstract string BadContentType { get; }

    public abstract string Endpoints { get; }

    public abstract string NoEndpoints { get; }

    public abstract string Health { get; }

    public abstract string Healthy { get; }

    public abstract string Failing(int count);

    public abstract string RestingUntil(string at);

    public abstract string LastFailure { get; }

    public abstract string Created { get; }

    public abstract string Pushes { get; }

    public abstract string NoPushes { get; }

    public abstract string Push { get; }

    public abstract string ReportCount { get; }

    public abstract string State { get; }

    public abstract string Open { get; }

    public abstract string Done { get; }

    public abstract string Exhausted { get; }

    public abstract string Due { get; }

    public abstract string Settled { get; }

    public abstract string Failures { get; }

    public abstract string Attempts { get; }

    public abstract string NoAttempts { get; }

    public abstract string At { get; }

    public abstract string Status { get; }

    public abstract string NoAnswer { get; }

    public abstract string Took { get; }

    public abstract string AnswerText { get; }

    public abstract string Replay { get; }

    public abstract string ReplayOneAsk { get; }

    public abstract string ReplayOneDone { get; }

    public abstract string ReplaySince { get; }

    public abstract string ReplaySinceAsk { get; }

    public abstract string ReplaySinceDone(int count);

    public abstract string NeedsMoment { get; }

    public abstract string MomentIsAhead { get; }

    public abstract string Messages { get; }
}
