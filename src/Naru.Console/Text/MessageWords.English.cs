namespace Naru.Console.Text;

internal sealed class MessageEnglish : MessageWords
{
    public override string Search => "Search";

    public override string Clear => "Clear";

    public override string Id => "Message id";

    public override string To => "Recipient";

    public override string State => "State";

    public override string AnyState => "Any state";

    public override string AnyOpen => "All in progress";

    public override string From => "Accepted from";

    public override string Until => "Accepted until";

    public override string TextPart => "Text contains";

    public override string Accepted => "Accepted";

    public override string Channel => "Channel";

    public override string Sender => "Sender";

    public override string Result => "Result";

    public override string NothingFound => "No message fits.";

    public override string NothingYet => "No message has been accepted yet.";

    public override string NoSuchId(string id) => $"This workspace has no message “{id}”.";

    public override string TextIsAlone => "A text search stands alone: the other conditions were left out.";

    public override string SearchLag(long rows) => $"The newest {rows:N0} messages cannot be found by text yet.";

    public override string Counts => "Right now";

    public override string OpenMessages => "In progress";

    public override string WaitingReports => "Reports to be pulled";

    public override string OpenPushes => "Pushes to be sent";

    public override string Detail => "Message";

    public override string Facts => "Facts";

    public override string Reveal => "Show the number";

    public override string Hide => "Cover the number";

    public override string FrontDoor => "Front door";

    public override string Bulk => "Bulk id";

    public override string Class => "Class";

    public override string ExpiresAt => "Valid until";

    public override string SentAt => "Sent";

    public override string DoneAt => "Ended";

    public override string NextLook => "Looked at again";

    public override string CarrierReference => "Carrier reference";

    public override string EntityId => "Entity id";

    public override string ApplicationId => "Application id";

    public override string Campaign => "Campaign reference";

    public override string CallbackData => "Callback data";

    public override string Reports => "Reports";

    public override string ReportsPulled => "Pulled by the client";

    public override string ReportsSilent => "None wanted";

    public override string ReportsTo(string url) => $"Pushed to {url}";

    public override string ReportsToApp => "Pushed to the webhooks of its app";

    public override string Route => "Route";

    public override string Validity(string length) => $"valid for {length}";

    public override string CurrentStep => "Current step";

    public override string Timeline => "Timeline";

    public override string Preview => "Preview";

    public override string Pushes => "Pushes of this message";

    public override string NoPushes => "No push carried the report of this message.";

    public override string StepNumber(int number) => $"Step {number}";

    public override string AttemptNumber(int number) => $"Attempt {number}";

    public override string NextTry(string at) => $"Next: {at}";

    public override string Remedy => "What to do";

    public override string UnknownCode => "This code is in no published table. Ask the carrier.";

    public override string Template => "Template";

    public override string Scheduled => "Scheduled";

    public override string Queued => "Queued";

    public override string Submitting => "Submitting";

    public override string Submitted => "Submitted";

    public override string Unknown => "Unknown";

    public override string Delivered => "Delivered";

    public override string Undelivered => "Undelivered";

    public override string Expired => "Expired";

    public override string Rejected => "Rejected";

    public override string Cancelled => "Cancelled";

    public override string EndValidity => "The validity ended before it could be delivered.";

    public override string EndUnknown => "It could not be found out whether it arrived.";

    public override string EndNumber => "The recipient is no number that a phone can have.";

    public override string EndSender => "The workspace has no such sender.";

    public override string EndCancelled => "Its owner cancelled it.";

    public override string EndCarrier => "No carrier carries this step.";

    public override string EndTemplate => "The sender has no approved template of this code.";

    public override string EndParameter => "A variable of the template was given no value.";

    public override string EndWording => "It was to go as an authentication message, and its text has none of the words that say so.";

    public override string EndIdentity => "The recipient has no identity on any channel that was to be tried.";

    public override string EndContent => "The channel does not carry this kind of content.";

    public override string EndChannel => "The app is not set up for the channel.";

    public override string Plan => "Plan";

    public override string OnlyBulk(string id) => $"Only messages of the bulk {id} are shown.";

    public override string EndNight => "An advertisement that would have had to wait for the morning: none is sent between 20:50 and 08:00 Korean time.";

    public override string EndNeverOpen => "Its delivery window is only open while advertisements are not sent, so it could never leave.";

    public override string LineAccepted => "Accepted";

    public override string LineAttempt => "Attempt started";

    public override string LineTaken => "Taken by the carrier";

    public override string LineResult => "Result code";

    public override string LineNotSent => "Not sent";

    public override string LineUnclear => "Outcome unclear";

    public override string LineResent => "Same attempt handed over again";

    public override string LineNextStep => "Next step";

    public override string LineRetry => "Another try planned";

    public override string LineEnded => "Ended";

    public override string LineLate => "Result after the end";

    public override string LinePlanned => "Planned anew";

    public override string LineHeld => "Paused";

    public override string Brand => "Brand Message";

    public override string AlimTalk => "AlimTalk";

    public override string Consultation => "ConsultationTalk";

    public override string Sms => "SMS";

    public override string ClassAuthentication => "Authentication";

    public override string ClassHigh => "High";

    public override string ClassStandard => "Standard";

    public override string ClassLow => "Low";
}
