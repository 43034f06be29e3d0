namespace Naru.Console.Text;

internal sealed class SubscriptionEnglish : SubscriptionWords
{
    public override string Webhooks => "Webhooks";

    public override string None => "This app has no webhooks. Add one to be told what became of its messages.";

    public override string Add => "Add webhook";

    public override string Full(int limit) => $"An app has at most {limit} webhooks.";

    public override string New => "New webhook";

    public override string Edit => "Change webhook";

    public override string EditOf(string target) => $"Change {target}";

    public override string Change => "Change";

    public override string Attempts => "Pushes";

    public override string AttemptsOf(string target) => $"Pushes to {target}";

    public override string Target => "Target";

    public override string TargetHelp => "An address that begins with http:// or https://.";

    public override string TooLong(int limit) => $"A target has at most {limit} characters.";

    public override string NoPassword => "The address must hold no user name or password.";

    public override string NotHere => "The address must not be Naru's own.";

    public override string Taken => "The app already has a webhook with this target.";

    public override string Enabled => "Enabled";

    public override string EnabledHelp => "Off: it is kept, and nothing is pushed to it (target_type = DISMISS).";

    public override string On => "On";

    public override string Off => "Off";

    public override string Triggers => "Triggers";

    public override string NoTriggers => "Pick at least one trigger.";

    public override string Waiting => "Triggers that do not happen yet";

    public override string WaitingHelp => "They can be registered, but nothing in this installation raises them yet.";

    public override string Secret => "Secret";

    public override string SecretHelp => "With it every callback is signed in the header x-sinch-webhook-signature. It cannot be seen again after it was saved.";

    public override string ChangeSecret => "Change secret";

    public override string ChangeSecretHelp => "Empty: the present secret stays.";

    public override string ClearSecret => "Clear the secret (unsigned)";

    public override string SecretTooLong(int limit) => $"A secret has at most {limit} characters.";

    public override string SecretOrClear => "Enter a new secret or clear it, not both.";

    public override string Signed => "Signed";

    public override string Unsigned => "Unsigned";

    public override string OAuth => "OAuth 2.0";

    public override string OAuthOf(string client, string endpoint) => $"{client} · token from {endpoint}";

    public override string Saved => "The webhook was saved.";

    public override string Removed => "The webhook was deleted.";

    public override string Delete => "Delete webhook";

    public override string DeleteAsk => "Nothing more is pushed to this target. This cannot be undone.";

    public override string Final => "A message was delivered or failed";

    public override string Submitted => "A carrier took a message";

    public override string ContactCreated => "A contact was made";

    public override string ContactUpdated => "A contact was changed";

    public override string ContactDeleted => "A contact was deleted";

    public override string ContactMerged => "Contacts were merged";

    public override string ConversationStarted => "A conversation began";

    public override string ConversationStopped => "A conversation was stopped";

    public override string ConversationDeleted => "A conversation was deleted";

    public override string BulkStatusChanged => "The status of a bulk changed";

    public override string AlarmRaised => "An alarm is raised";

    public override string AlarmCleared => "An alarm is cleared";

    public override string TextReceived => "Somebody sent a text to a number";

    public override string SenderActive => "Sender in use";

    public override string SenderInactive => "Sender out of use";

    public override string SenderRejected => "Sender rejected";

    public override string SenderCommentAdded => "Comment on a sender";

    public override string TemplateApproved => "Template approved";

    public override string TemplateRejected => "Template rejected";

    public override string TemplateCommentAdded => "Comment on a template";
}
