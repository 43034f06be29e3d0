namespace Naru.Console.Text;

internal sealed class WebhookEnglish : WebhookWords
{
    public override string Settings => "Default for reports";

    public override string SettingsHelp => "Reports of messages that name no URL go here. Leave it empty, and clients pull them.";

    public override string FromSetting(string url, string setting) => $"At present they go to {url}, as the setting {setting} says. A URL saved here comes before it in this workspace.";

    public override string Url => "URL";

    public override string ContentType => "Content type";

    public override string Saved => "Saved.";

    public override string NotAUrl => "It must be a full address that begins with http:// or https://.";

    public override string TooLong(int limit) => $"An address has at most {limit} characters.";

    public override string Refused(string reason) => $"Reports cannot be sent there: {reason}";

    public override string BadContentType => "Only application/json and application/xml are possible.";

    public override string Endpoints => "Endpoints";

    public override string NoEndpoints => "There is no endpoint yet. Save a default URL above or name one in a message: it appears with the first report.";

    public override string Health => "Health";

    public override string Healthy => "Healthy";

    public override string Failing(int count) => $"{count} failures in a row";

    public override string RestingUntil(string at) => $"Resting until {at}";

    public override string LastFailure => "Last failure";

    public override string Created => "Created";

    public override string Pushes => "Pushes";

    public override string NoPushes => "No push was made for this endpoint.";

    public override string Push => "Push";

    public override string State => "State";

    public override string Open => "To be sent";

    public override string Done => "Done";

    public override string Exhausted => "Given up (waits to be pulled)";

    public override string Due => "Next try";

    public override string Settled => "Settled";

    public override string Failures => "Failures";

    public override string Attempts => "Attempts";

    public override string NoAttempts => "Not tried yet.";

    public override string At => "Time";

    public override string Status => "Answer";

    public override string NoAnswer => "No answer";

    public override string Took => "Took";

    public override string AnswerText => "Answer (first kB)";

    public override string Replay => "Replay";

    public override string ReplayOneAsk => "This pushes it again now, with its id and list. The receiver may get the same reports once more.";

    public override string ReplayOneDone => "It is on its way again. The new attempt appears below in a moment.";

    public override string ReplaySince => "Replay all since";

    public override string ReplaySinceAsk => "Every push made since then is sent again. The receiver may get the same reports once more.";

    public override string ReplaySinceDone(int count) => $"{count:N0} pushes are on their way again.";

    public override string NeedsMoment => "Enter a date and a time.";

    public override string MomentIsAhead => "That moment is still to come. Enter one that has passed.";

    public override string Messages => "Messages in it";

    public override string GivenUp => "Given up";

    public override string Items => "What it tells";

    public override string ItemCount => "Items";

    public override string Event => "Event";

    public override string Fate => "What became of it";

    public override string ItemOpen => "To be told";

    public override string ItemTaken => "Taken";

    public override string ItemGivenUp => "Given up";

    public override string Requests => "Requests";

    public override string NothingSent => "Not sent";

    public override string App => "App";

    public override string Triggers => "Triggers";

    public override string Token => "Token";

    public override string Signature => "Signature";

    public override string Signed => "Every callback is signed with the secret of the webhook.";

    public override string Unsigned => "None: the webhook has no secret.";

    public override string Off => "Switched off: nothing is sent to it.";

    public override string EventFinal => "Final report";

    public override string EventStepFailed => "Switching channel";

    public override string EventSubmitted => "Submitted to the channel";

    public override string EventContactCreated => "Contact created";

    public override string EventContactUpdated => "Contact changed";

    public override string EventContactDeleted => "Contact deleted";

    public override string EventContactMerged => "Contacts merged";

    public override string EventConversationStarted => "Conversation started";

    public override string EventConversationStopped => "Conversation stopped";

    public override string EventConversationDeleted => "Conversation deleted";

    public override string EventSenderActive => "Sender active";

    public override string EventSenderInactive => "Sender inactive";

    public override string EventSenderRejected => "Sender rejected";

    public override string EventSenderCommentAdded => "Comment on a sender";

    public override string EventTemplateApproved => "Template approved";

    public override string EventTemplateRejected => "Template rejected";

    public override string EventTemplateCommentAdded => "Comment on a template";

    public override string EventBulkStatusChanged => "Bulk status";

    public override string EventAlarmRaised => "Alarm raised";

    public override string EventAlarmCleared => "Alarm cleared";

    public override string EventTextReceived => "Text received";

    public override string TakenOf(int taken, int all) => $"{taken:N0} of {all:N0} taken";

    public override string TokenFrom(string url, string client) => $"Fetched from {url} by client {client}";
}
