namespace Naru.Console.Text;

/// <summary>The webhooks that apps registered.</summary>
public abstract class SubscriptionWords
{
    public abstract string Webhooks { get; }

    public abstract string None { get; }

    public abstract string Add { get; }

    public abstract string Full(int limit);

    public abstract string New { get; }

    public abstract string Edit { get; }

    public abstract string EditOf(string target);

    public abstract string Change { get; }

    public abstract string Attempts { get; }

    public abstract string AttemptsOf(string target);

    public abstract string Target { get; }

    public abstract string TargetHelp { get; }

    public abstract string TooLong(int limit);

    public abstract string NoPassword { get; }

    public abstract string NotHere { get; }

    public abstract string Taken { get; }

    public abstract string Enabled { get; }

    public abstract string EnabledHelp { get; }

    public abstract string On { get; }

    public abstract string Off { get; }

    public abstract string Triggers { get; }

    public abstract string NoTriggers { get; }

    public abstract string Waiting { get; }

    public abstract string WaitingHelp { get; }

    public abstract string Secret { get; }

    public abstract string SecretHelp { get; }

    public abstract string ChangeSecret { get; }

    public abstract string ChangeSecretHelp { get; }

    public abstract string ClearSecret { get; }

    public abstract string SecretTooLong(int limit);

    public abstract string SecretOrClear { get; }

    public abstract string Signed { get; }

    public abstract string Unsigned { get; }

    public abstract string OAuth { get; }

    public abstract string OAuthOf(string client, string endpoint);

    public abstract string Saved { get; }

    public abstract string Removed { get; }

    public abstract string Delete { get; }

    public abstract string DeleteAsk { get; }

    public abstract string Final { get; }

    public abstract string Submitted { get; }

    public abstract string ContactCreated { get; }

    public abstract string ContactUpdated { get; }

    public abstract string ContactDeleted { get; }

    public abstract string ContactMerged { get; }

    public abstract string ConversationStarted { get; }

    public abstract string ConversationStopped { get; }

    public abstract string ConversationDeleted { get; }

    public abstract string BulkStatusChanged { get; }

    public abstract string AlarmRaised { get; }

    public abstract string AlarmCleared { get; }

    public abstract string TextReceived { get; }

    public abstract string SenderActive { get; }

    public abstract string SenderInactive { get; }

    public abstract string SenderRejected { get; }

    public abstract string SenderCommentAdded { get; }

    public abstract string TemplateApproved { get; }

    public abstract string TemplateRejected { get; }

    public abstract string TemplateCommentAdded { get; }
}
