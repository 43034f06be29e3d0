namespace Naru.Console.Text;

/// <summary>Messages: search, list, one message and its proof.</summary>
public abstract class MessageWords
{
    public abstract string Search { get; }

    public abstract string Clear { get; }

    public abstract string Id { get; }

    public abstract string To { get; }

    public abstract string State { get; }

    public abstract string AnyState { get; }

    public abstract string AnyOpen { get; }

    public abstract string From { get; }

    public abstract string Until { get; }

    public abstract string TextPart { get; }

    public abstract string Accepted { get; }

    public abstract string Channel { get; }

    public abstract string Sender { get; }

    public abstract string Result { get; }

    public abstract string NothingFound { get; }

    public abstract string NothingYet { get; }

    public abstract string NoSuchId(string id);

    public abstract string TextIsAlone { get; }

    public abstract string SearchLag(long rows);

    public abstract string Counts { get; }

    public abstract string OpenMessages { get; }

    public abstract string WaitingReports { get; }

    public abstract string OpenPushes { get; }

    public abstract string Detail { get; }

    public abstract string Facts { get; }

    public abstract string Reveal { get; }

    public abstract string Hide { get; }

    public abstract string FrontDoor { get; }

    public abstract string Bulk { get; }

    public abstract string Class { get; }

    public abstract string ExpiresAt { get; }

    public abstract string SentAt { get; }

    public abstract string DoneAt { get; }

    public abstract string NextLook { get; }

    public abstract string CarrierReference { get; }

    public abstract string EntityId { get; }

    public abstract string ApplicationId { get; }

    public abstract string Campaign { get; }

    public abstract string CallbackData { get; }

    public abstract string Reports { get; }

    public abstract string ReportsPulled { get; }

    public abstract string ReportsSilent { get; }

    public abstract string ReportsTo(string url);

    public abstract string ReportsToApp { get; }

    public abstract string Route { get; }

    public abstract string Validity(string length);

    public abstract string CurrentStep { get; }

    public abstract string Timeline { get; }

    public abstract string Preview { get; }

    public abstract string Pushes { get; }

    public abstract string NoPushes { get; }

    public abstract string StepNumber(int number);

    public abstract string AttemptNumber(int number);

    public abstract string NextTry(string at);

    public abstract string Remedy { get; }

    public abstract string UnknownCode { get; }

    public abstract string Template { get; }

    public abstract string Scheduled { get; }

    public abstract string Queued { get; }

    public abstract string Submitting { get; }

    public abstract string Submitted { get; }

    public abstract string Unknown { get; }

    public abstract string Delivered { get; }

    public abstract string Undelivered { get; }

    public abstract string Expired { get; }

    public abstract string Rejected { get; }

    public abstract string Cancelled { get; }

    public abstract string EndValidity { get; }

    public abstract string EndUnknown { get; }

    public abstract string EndNumber { get; }

    public abstract string EndSender { get; }

    public abstract string EndCancelled { get; }

    public abstract string EndCarrier { get; }

    public abstract string EndTemplate { get; }

    public abstract string EndParameter { get; }

    public abstract string EndWording { get; }

    public abstract string EndIdentity { get; }

    public abstract string EndContent { get; }

    public abstract string EndChannel { get; }

    public abstract string Plan { get; }

    public abstract string OnlyBulk(string id);

    public abstract string EndNight { get; }

    public abstract string EndNeverOpen { get; }

    public abstract string LineAccepted { get; }

    public abstract string LineAttempt { get; }

    public abstract string LineTaken { get; }

    public abstract string LineResult { get; }

    public abstract string LineNotSent { get; }

    public abstract string LineUnclear { get; }

    public abstract string LineResent { get; }

    public abstract string LineNextStep { get; }

    public abstract string LineRetry { get; }

    public abstract string LineEnded { get; }

    public abstract string LineLate { get; }

    public abstract string LinePlanned { get; }

    public abstract string LineHeld { get; }

    public abstract string Brand { get; }

    public abstract string AlimTalk { get; }

    public abstract string Consultation { get; }

    public abstract string Sms { get; }

    public abstract string ClassAuthentication { get; }

    public abstract string ClassHigh { get; }

    public abstract string ClassStandard { get; }

    public abstract string ClassLow { get; }
}
