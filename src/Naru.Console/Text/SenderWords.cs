namespace Naru.Console.Text;

/// <summary>The senders of a workspace: their list, the way to use, what becomes of them.</summary>
public abstract class SenderWords
{
    public abstract string NoSenders { get; }

    public abstract string New { get; }

    public abstract string Edit { get; }

    public abstract string Find { get; }

    public abstract string FindHelp { get; }

    public abstract string AnyState { get; }

    public abstract string NothingFound { get; }

    public abstract string Clear { get; }

    public abstract string Templates { get; }

    public abstract string TemplateCount(int count);

    public abstract string Category { get; }

    public abstract string CategoryHelp { get; }

    public abstract string CategoryNone { get; }

    public abstract string CategoryNeeded { get; }

    public abstract string CategoryUnknown { get; }

    public abstract string Channel { get; }

    public abstract string ChannelHelp { get; }

    public abstract string ChannelBad(int limit);

    public abstract string ChannelFixed { get; }

    public abstract string Name { get; }

    public abstract string NameHelp { get; }

    public abstract string NameNeeded(int limit);

    public abstract string Phone { get; }

    public abstract string PhoneHelp { get; }

    public abstract string PhoneNeeded { get; }

    public abstract string PhoneBad(int limit);

    public abstract string Logo { get; }

    public abstract string LogoHelp { get; }

    public abstract string LogoBad { get; }

    public abstract string Steps { get; }

    public abstract string StepWritten { get; }

    public abstract string StepReview { get; }

    public abstract string StepPhone { get; }

    public abstract string StepActive { get; }

    public abstract string Next { get; }

    public abstract string DraftMeaning { get; }

    public abstract string EditAndHandIn { get; }

    public abstract string EditAndHandInAgain { get; }

    public abstract string RejectedMeaning { get; }

    public abstract string PendingMeaning(string phone);

    public abstract string SendCode { get; }

    public abstract string SendCodeAgain { get; }

    public abstract string CodeSentTo(string phone);

    public abstract string Code { get; }

    public abstract string CodeDigits(int digits);

    public abstract string TriesLeft(int tries);

    public abstract string NoTriesLeft { get; }

    public abstract string CodeExpired { get; }

    public abstract string CodeGoodFor { get; }

    public abstract string AgainIn { get; }

    public abstract string Verify { get; }

    public abstract string OnHandset { get; }

    public abstract string VerifiedDone { get; }

    public abstract string ActiveMeaning { get; }

    public abstract string ToTemplates { get; }

    public abstract string NewTemplate { get; }

    public abstract string StoppedMeaning { get; }

    public abstract string BlockedMeaning { get; }

    public abstract string InactiveMeaning { get; }

    public abstract string DeletedMeaning { get; }

    public abstract string DeletedWorksUntil(string at);

    public abstract string Facts { get; }

    public abstract string Submitted { get; }

    public abstract string Modified { get; }

    public abstract string CreatedAt { get; }

    public abstract string DeleteAsk(int days);

    public abstract string DeleteDraftAsk { get; }

    public abstract string DeleteSender { get; }

    public abstract string ChangesOf { get; }

    public abstract string ChangesMeaning { get; }

    public abstract string DraftSaved { get; }

    public abstract string HandedIn { get; }

    public abstract string CodeSentDone { get; }

    public abstract string DeletedDone { get; }

    public abstract string DeletionAsked { get; }

    public abstract string More(int count);

    public abstract string InReviewMark { get; }

    public abstract string ChangesRejectedMark { get; }

    public abstract string ChangesDraftMark { get; }

    public abstract string DeletingMark { get; }
}
