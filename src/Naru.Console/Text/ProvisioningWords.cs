namespace Naru.Console.Text;

/// <summary>The way of senders and templates to approval: what happened, and why a step is refused.</summary>
public abstract class ProvisioningWords
{
    public abstract string History { get; }

    public abstract string NoHistory { get; }

    public abstract string Older { get; }

    public abstract string Newest { get; }

    public abstract string Created { get; }

    public abstract string Edited { get; }

    public abstract string DraftSaved { get; }

    public abstract string HandedIn { get; }

    public abstract string Rejected { get; }

    public abstract string Approved { get; }

    public abstract string Activated { get; }

    public abstract string Inactivated { get; }

    public abstract string Commented { get; }

    public abstract string CodeSent { get; }

    public abstract string Deleted { get; }

    public abstract string Withdrawn { get; }

    public abstract string Slept { get; }

    public abstract string Comment { get; }

    public abstract string AddComment { get; }

    public abstract string CommentNeeded(int limit);

    public abstract string CommentSaved { get; }

    public abstract string ReviewerSays { get; }

    public abstract string SenderNotFound { get; }

    public abstract string TemplateNotFound { get; }

    public abstract string ChangesNotFound { get; }

    public abstract string ChannelNameUsed { get; }

    public abstract string TemplateExists { get; }

    public abstract string NotUpdatable { get; }

    public abstract string ChangesNotUpdatable { get; }

    public abstract string ChangesNotDeletable { get; }

    public abstract string AlreadyDeleted { get; }

    public abstract string NotAllowedToRegister { get; }

    public abstract string NotAllowedToVerify { get; }

    public abstract string WrongCode { get; }

    public abstract string TooManyCodes { get; }

    public abstract string SenderNotActive { get; }

    public abstract string WrongState { get; }

    public abstract string NoPhone { get; }

    public abstract string Unacceptable { get; }

    public abstract string WorkspaceGone { get; }

    public abstract string Discard { get; }

    public abstract string DiscardAsk { get; }

    public abstract string DiscardDone { get; }

    public abstract string InUse { get; }

    public abstract string Changes { get; }

    public abstract string Place { get; }

    public abstract string Before { get; }

    public abstract string After { get; }

    public abstract string SameAsInUse { get; }

    public abstract string Empty { get; }

    public abstract string Removed { get; }

    public abstract string Added { get; }

    public abstract string Page { get; }

    public abstract string SaveDraft { get; }

    public abstract string HandIn { get; }

    public abstract string InReviewSince { get; }

    public abstract string GoToReview { get; }

    public abstract string ReviewerDecides { get; }

    public abstract string Delete { get; }

    public abstract string ToCorrect(int count);
}
