namespace Naru.Console.Text;

/// <summary>Apps, their channels and what they are set to.</summary>
public abstract class AppWords
{
    public abstract string AppId { get; }

    public abstract string CopyOf(string what);

    public abstract string NewApp { get; }

    public abstract string AppName { get; }

    public abstract string Create { get; }

    public abstract string NoApps { get; }

    public abstract string MoreApps(int count);

    public abstract string Created { get; }

    public abstract string CreatedDone { get; }

    public abstract string Saved { get; }

    public abstract string ToCorrect(int count);

    public abstract string Mode { get; }

    public abstract string Dispatch { get; }

    public abstract string DispatchHelp { get; }

    public abstract string Conversation { get; }

    public abstract string ConversationHelp { get; }

    public abstract string Channels { get; }

    public abstract string ChannelsHelp { get; }

    public abstract string Channel { get; }

    public abstract string NotSetUp { get; }

    public abstract string SetUp { get; }

    public abstract string SetUpOf(string channel);

    public abstract string ChangeSender { get; }

    public abstract string Remove { get; }

    public abstract string RemoveChannelAsk { get; }

    public abstract string ChannelRemoved { get; }

    public abstract string ChannelSaved { get; }

    public abstract string Earlier { get; }

    public abstract string EarlierOf(string channel);

    public abstract string OrderSaved { get; }

    public abstract string Pending { get; }

    public abstract string Active { get; }

    public abstract string Failing { get; }

    public abstract string PickSender { get; }

    public abstract string PickSenderHelp { get; }

    public abstract string PickChatSenderHelp { get; }

    public abstract string NotCarried { get; }

    public abstract string PickOne { get; }

    public abstract string SenderGone { get; }

    public abstract string NoSenders { get; }

    public abstract string FindSender { get; }

    public abstract string Find { get; }

    public abstract string NoSenderFound(string query);

    public abstract string InUse { get; }

    public abstract string SaveChannel { get; }

    public abstract string Cancel { get; }

    public abstract string Settings { get; }

    public abstract string Retention { get; }

    public abstract string ByMessage { get; }

    public abstract string ByConversation { get; }

    public abstract string Persist { get; }

    public abstract string RetentionDays { get; }

    public abstract string RetentionDaysHelp(int least, int most);

    public abstract string DispatchDays { get; }

    public abstract string DispatchDaysHelp(int least, int most);

    public abstract string RetryFor { get; }

    public abstract string RetryForHelp(int least, int most);

    public abstract string Metadata { get; }

    public abstract string Limits { get; }

    public abstract string LimitsHelp { get; }

    public abstract string Outbound { get; }

    public abstract string Inbound { get; }

    public abstract string WebhookRate { get; }

    public abstract string MaxQueued { get; }

    public abstract string MaxQueuedHelp { get; }

    public abstract string FallbackWait { get; }

    public abstract string Secret { get; }

    public abstract string SecretHelp { get; }

    public abstract string SecretSet { get; }

    public abstract string SecretNotSet { get; }

    public abstract string NewSecret { get; }

    public abstract string SetSecret { get; }

    public abstract string ClearSecret { get; }

    public abstract string ClearSecretAsk { get; }

    public abstract string SecretSaved { get; }

    public abstract string SecretCleared { get; }

    public abstract string SecretNeeded(int limit);

    public abstract string DeleteApp { get; }

    public abstract string DeleteAppAsk(int webhooks);

    public abstract string Deleted { get; }

    public abstract string NameNeeded(int limit);

    public abstract string WholeNumber(int least, int most);

    public abstract string WholeNumberOrEmpty(int least, int most);

    public abstract string NotAChoice { get; }
}
