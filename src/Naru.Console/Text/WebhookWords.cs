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

    public abstract string GivenUp { get; }

    public abstract string Items { get; }

    public abstract string ItemCount { get; }

    public abstract string Event { get; }

    public abstract string Fate { get; }

    public abstract string ItemOpen { get; }

    public abstract string ItemTaken { get; }

    public abstract string ItemGivenUp { get; }

    public abstract string Requests { get; }

    public abstract string NothingSent { get; }

    public abstract string App { get; }

    public abstract string Triggers { get; }

    public abstract string Token { get; }

    public abstract string Signature { get; }

    public abstract string Signed { get; }

    public abstract string Unsigned { get; }

    public abstract string Off { get; }

    public abstract string EventFinal { get; }

    public abstract string EventSubmitted { get; }

    public abstract string EventStepFailed { get; }

    public abstract string EventContactCreated { get; }

    public abstract string EventContactUpdated { get; }

    public abstract string EventContactDeleted { get; }

    public abstract string EventContactMerged { get; }

    public abstract string EventConversationStarted { get; }

    public abstract string EventConversationStopped { get; }

    public abstract string EventConversationDeleted { get; }

    public abstract string EventSenderActive { get; }

    public abstract string EventSenderInactive { get; }

    public abstract string EventSenderRejected { get; }

    public abstract string EventSenderCommentAdded { get; }

    public abstract string EventTemplateApproved { get; }

    public abstract string EventTemplateRejected { get; }

    public abstract string EventTemplateCommentAdded { get; }

    public abstract string EventBulkStatusChanged { get; }

    public abstract string EventAlarmRaised { get; }

    public abstract string EventAlarmCleared { get; }

    public abstract string EventTextReceived { get; }

    public abstract string TakenOf(int taken, int all);

    public abstract string TokenFrom(string url, string client);
}
