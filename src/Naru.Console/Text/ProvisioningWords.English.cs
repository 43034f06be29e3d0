namespace Naru.Console.Text;

internal sealed class ProvisioningEnglish : ProvisioningWords
{
    public override string History => "History and comments";

    public override string NoHistory => "Nothing has happened yet.";

    public override string Older => "Older";

    public override string Newest => "Newest";

    public override string Created => "Created";

    public override string Edited => "Edited";

    public override string DraftSaved => "Saved as a draft";

    public override string HandedIn => "Handed in for review";

    public override string Rejected => "Rejected";

    public override string Approved => "Approved";

    public override string Activated => "In use";

    public override string Inactivated => "Out of use";

    public override string Commented => "Comment";

    public override string CodeSent => "Code sent";

    public override string Deleted => "Deletion asked for";

    public override string Withdrawn => "Called back";

    public override string Slept => "Fell asleep";

    public override string Comment => "Comment";

    public override string AddComment => "Add the comment";

    public override string CommentNeeded(int limit) => $"A comment has 1 to {limit:N0} characters.";

    public override string CommentSaved => "The comment is added.";

    public override string ReviewerSays => "What the reviewer says";

    public override string SenderNotFound => "There is no such sender.";

    public override string TemplateNotFound => "There is no such template.";

    public override string ChangesNotFound => "There are no changes.";

    public override string ChannelNameUsed => "The workspace has a sender of this channel already.";

    public override string TemplateExists => "The sender has a template of this code or name already.";

    public override string NotUpdatable => "In its present state it cannot be changed.";

    public override string ChangesNotUpdatable => "It is in review and cannot be changed: call it back first, or wait for the verdict.";

    public override string ChangesNotDeletable => "What was handed in for review cannot be thrown away.";

    public override string AlreadyDeleted => "Its deletion was asked for already.";

    public override string NotAllowedToRegister => "In its present state no code is sent.";

    public override string NotAllowedToVerify => "No code is waited for, or it is too old: send a new one.";

    public override string WrongCode => "The code is wrong.";

    public override string TooManyCodes => "A code is sent at most every 30 seconds and five times an hour. Try again a little later.";

    public override string SenderNotActive => "Only a sender that is in use can have new templates.";

    public override string WrongState => "Its state has changed: this cannot be done now.";

    public override string NoPhone => "The administrator’s phone is no phone number.";

    public override string Unacceptable => "What was written cannot be accepted.";

    public override string WorkspaceGone => "The workspace is gone.";

    public override string Discard => "Throw the changes away";

    public override string DiscardAsk => "The changes cannot be brought back. What is in use stays as it is.";

    public override string DiscardDone => "The changes are gone.";

    public override string InUse => "In use";

    public override string Changes => "Changes";

    public override string Place => "Part";

    public override string Before => "Now";

    public override string After => "Then";

    public override string SameAsInUse => "Nothing differs from what is in use.";

    public override string Empty => "(none)";

    public override string Removed => "removed";

    public override string Added => "added";

    public override string Page => "State";

    public override string SaveDraft => "Save as a draft";

    public override string HandIn => "Hand in for review";

    public override string InReviewSince => "Handed in";

    public override string GoToReview => "Decide at the review desk";

    public override string ReviewerDecides => "It waits for the reviewers’ verdict.";

    public override string Delete => "Delete";

    public override string ToCorrect(int count) => $"{count} to correct. Nothing was saved.";
}
