namespace Naru.Console.Text;

internal sealed class SenderEnglish : SenderWords
{
    public override string NoSenders => "There are no senders yet. Register a KakaoTalk channel as a sender to send AlimTalk messages.";

    public override string New => "Register a sender";

    public override string Edit => "Edit the sender";

    public override string Find => "Find";

    public override string FindHelp => "Part of the channel, name or key";

    public override string AnyState => "Any state";

    public override string NothingFound => "No sender matches.";

    public override string Clear => "Clear";

    public override string Templates => "Templates";

    public override string TemplateCount(int count) => $"{count:N0} templates";

    public override string Category => "Category";

    public override string CategoryHelp => "KakaoTalk’s business categories. Needed to hand it in.";

    public override string CategoryNone => "None chosen";

    public override string CategoryNeeded => "A category is needed to hand it in.";

    public override string CategoryUnknown => "There is no such category.";

    public override string Channel => "KakaoTalk channel";

    public override string ChannelHelp => "Its search id, with or without @.";

    public override string ChannelBad(int limit) => $"A channel id has 1 to {limit} characters, without spaces and / ? #.";

    public override string ChannelFixed => "The channel cannot be changed later.";

    public override string Name => "Display name";

    public override string NameHelp => "Shown at the top of the chat room";

    public override string NameNeeded(int limit) => $"A name has 1 to {limit} characters.";

    public override string Phone => "Administrator’s phone";

    public override string PhoneHelp => "After the approval a code is sent to it.";

    public override string PhoneNeeded => "The administrator’s phone is needed to hand it in.";

    public override string PhoneBad(int limit) => $"This is no phone number of at most {limit} characters.";

    public override string Logo => "Logo URL";

    public override string LogoHelp => "Optional. A JPEG or PNG of at most 5 MB";

    public override string LogoBad => "An address that begins with http:// or https:// is needed.";

    public override string Steps => "The way to use";

    public override string StepWritten => "Details";

    public override string StepReview => "Review by KakaoTalk";

    public override string StepPhone => "Verification of the phone";

    public override string StepActive => "In use";

    public override string Next => "What is next";

    public override string DraftMeaning => "A draft: it was not handed in for review.";

    public override string EditAndHandIn => "Edit and hand in";

    public override string EditAndHandInAgain => "Edit and hand in again";

    public override string RejectedMeaning => "The review rejected it. Mend what the reviewer says and hand it in again.";

    public override string PendingMeaning(string phone) => $"Approved. Now the administrator’s phone ({phone}) is verified.";

    public override string SendCode => "Send the code";

    public override string SendCodeAgain => "Send another code";

    public override string CodeSentTo(string phone) => $"A code of six digits was sent to {phone}.";

    public override string Code => "Code";

    public override string CodeDigits(int digits) => $"Enter the {digits} digits.";

    public override string TriesLeft(int tries) => $"{tries} tries left";

    public override string NoTriesLeft => "This code is used up: send another one.";

    public override string CodeExpired => "The code is too old: send another one.";

    public override string CodeGoodFor => "Good for";

    public override string AgainIn => "Another one can be sent in";

    public override string Verify => "Verify";

    public override string OnHandset => "See the code on the handset";

    public override string VerifiedDone => "Verified. The sender can be used now.";

    public override string ActiveMeaning => "Messages are sent with this sender key.";

    public override string ToTemplates => "Its templates";

    public override string NewTemplate => "Write a template";

    public override string StoppedMeaning => "An operator stopped it: no message can be sent.";

    public override string BlockedMeaning => "KakaoTalk blocked it: no message can be sent.";

    public override string InactiveMeaning => "The channel was closed at KakaoTalk: no message can be sent.";

    public override string DeletedMeaning => "It was deleted and cannot be used any more.";

    public override string DeletedWorksUntil(string at) => $"Its deletion was asked for. It works until {at} and is gone then.";

    public override string Facts => "Details";

    public override string Submitted => "Handed in";

    public override string Modified => "Last change";

    public override string CreatedAt => "Made";

    public override string DeleteAsk(int days) => $"It can be used for {days} more days and is gone then, with its templates. This cannot be undone.";

    public override string DeleteDraftAsk => "It never was in use and goes at once. This cannot be undone.";

    public override string DeleteSender => "Delete the sender";

    public override string ChangesOf => "Changes";

    public override string ChangesMeaning => "Until they are approved, what is in use stays in use.";

    public override string DraftSaved => "Saved as a draft.";

    public override string HandedIn => "Handed in for review.";

    public override string CodeSentDone => "The code is sent.";

    public override string DeletedDone => "Deleted.";

    public override string DeletionAsked => "The deletion is asked for.";

    public override string More(int count) => $"and {count:N0} more: narrow the list.";

    public override string InReviewMark => "changes in review";

    public override string ChangesRejectedMark => "changes rejected";

    public override string ChangesDraftMark => "has changes";

    public override string DeletingMark => "being deleted";
}
