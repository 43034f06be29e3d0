namespace Naru.Console.Text;

internal sealed class AppEnglish : AppWords
{
    public override string AppId => "App ID";

    public override string CopyOf(string what) => $"Copy {what}";

    public override string NewApp => "New app";

    public override string AppName => "Name of the app";

    public override string Create => "Create";

    public override string NoApps => "There is no app yet. Make one below and set up its channel to send through the Sinch Conversation API.";

    public override string MoreApps(int count) => $"{count:N0} more. The rest are in the API's list of apps.";

    public override string Created => "Created";

    public override string CreatedDone => "The app was made. Now set up its channel.";

    public override string Saved => "Saved.";

    public override string ToCorrect(int count) => $"Nothing was saved. Fields to correct: {count}.";

    public override string Mode => "Processing mode";

    public override string Dispatch => "Dispatch (DISPATCH)";

    public override string DispatchHelp => "Makes no contacts and no conversations.";

    public override string Conversation => "Conversation (CONVERSATION)";

    public override string ConversationHelp => "Makes the contact and the conversation where they are missing, and reports carry their ids.";

    public override string Channels => "Channels";

    public override string ChannelsHelp => "The upper channel is tried first.";

    public override string Channel => "Channel";

    public override string NotSetUp => "Not set up";

    public override string SetUp => "Set up channel";

    public override string SetUpOf(string channel) => $"Set up channel: {channel}";

    public override string ChangeSender => "Change sender";

    public override string Remove => "Remove";

    public override string RemoveChannelAsk => "The app can no longer send on this channel. The sender stays.";

    public override string ChannelRemoved => "The channel was removed.";

    public override string ChannelSaved => "The channel is set up.";

    public override string Earlier => "Try first";

    public override string EarlierOf(string channel) => $"Try first: {channel}";

    public override string OrderSaved => "The order was changed.";

    public override string Pending => "Pending";

    public override string Active => "Active";

    public override string Failing => "Failing";

    public override string PickSender => "Pick a sender";

    public override string PickSenderHelp => "The channel id (kakaotalk_plus_friend_id) and the sender key (kakaotalk_sender_key) are filled in from the sender you pick.";

    public override string PickChatSenderHelp => "The channel id (kakaotalk_plus_friend_id) is filled in from the sender you pick.";

    public override string NotCarried => "No carrier of this installation carries it: it can be set up, but nothing can be sent on it yet.";

    public override string PickOne => "Pick a sender.";

    public override string SenderGone => "The workspace has no such sender. Pick again.";

    public override string NoSenders => "This workspace has no senders, so there is nothing to set up a channel with.";

    public override string FindSender => "Find by name of the channel";

    public override string Find => "Find";

    public override string NoSenderFound(string query) => $"No sender matches “{query}”.";

    public override string InUse => "In use";

    public override string SaveChannel => "Save channel";

    public override string Cancel => "Cancel";

    public override string Settings => "Settings";

    public override string Retention => "Retention";

    public override string ByMessage => "Each message by its age (MESSAGE_EXPIRE_POLICY)";

    public override string ByConversation => "Conversations by their newest message (CONVERSATION_EXPIRE_POLICY)";

    public override string Persist => "Not by age (PERSIST_RETENTION_POLICY)";

    public override string RetentionDays => "Days to keep";

    public override string RetentionDaysHelp(int least, int most) => $"How long messages of conversations can be read back: {least:N0} to {most:N0} days. Means nothing without an age limit.";

    public override string DispatchDays => "Days to keep in dispatch mode";

    public override string DispatchDaysHelp(int least, int most) => $"{least} to {most} days. 0: a message cannot be read back once it has ended.";

    public override string RetryFor => "Retry for (seconds)";

    public override string RetryForHelp(int least, int most) => $"How long passing failures are tried again: {least:N0} to {most:N0} seconds. Empty: as the gateway's policy says.";

    public override string Metadata => "Reports carry the metadata of the conversation (conversation_metadata_report_view = FULL)";

    public override string Limits => "Limits";

    public override string LimitsHelp => "Empty: unlimited.";

    public override string Outbound => "Outbound (per second)";

    public override string Inbound => "Inbound (per second)";

    public override string WebhookRate => "Webhook calls (per second)";

    public override string MaxQueued => "Messages queued at most";

    public override string MaxQueuedHelp => "Above it new messages are refused with 429.";

    public override string FallbackWait => "Wait before the next channel";

    public override string Secret => "Callback secret";

    public override string SecretHelp => "Signs callbacks that go to a message's own callback_url. It cannot be seen again after it was saved.";

    public override string SecretSet => "Set";

    public override string SecretNotSet => "Not set: callbacks are unsigned";

    public override string NewSecret => "New secret";

    public override string SetSecret => "Save secret";

    public override string ClearSecret => "Clear secret";

    public override string ClearSecretAsk => "Without it, callbacks to a callback_url are unsigned.";

    public override string SecretSaved => "The secret was saved.";

    public override string SecretCleared => "The secret was cleared.";

    public override string SecretNeeded(int limit) => $"A secret has 1 to {limit} characters.";

    public override string DeleteApp => "Delete app";

    public override string DeleteAppAsk(int webhooks) => $"The app and its webhooks ({webhooks}) go, and nothing more can be sent with its id. Its messages stay. This cannot be undone.";

    public override string Deleted => "The app was deleted.";

    public override string NameNeeded(int limit) => $"A name has 1 to {limit} characters.";

    public override string WholeNumber(int least, int most) => $"Enter a whole number from {least:N0} to {most:N0}.";

    public override string WholeNumberOrEmpty(int least, int most) => $"Enter a whole number from {least:N0} to {most:N0}, or leave it empty.";

    public override string NotAChoice => "Pick one of the list.";
}
