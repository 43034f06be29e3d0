namespace Naru.Console.Text;

/// <summary>The templates of a sender: their list, one of them, what can be done with it.</summary>
public abstract class TemplateWords
{
    public abstract string Templates { get; }

    public abstract string TemplatesOf(string sender);

    public abstract string New { get; }

    public abstract string Edit { get; }

    public abstract string Code { get; }

    public abstract string Modified { get; }

    public abstract string Find { get; }

    public abstract string FindHelp { get; }

    public abstract string AnyState { get; }

    public abstract string Clear { get; }

    public abstract string NoTemplates { get; }

    public abstract string NothingFound { get; }

    public abstract string EditIt { get; }

    public abstract string EditBeside { get; }

    public abstract string Withdraw { get; }

    public abstract string WithdrawApproval { get; }

    public abstract string WithdrawApprovalAsk { get; }

    public abstract string Stop { get; }

    public abstract string StopAsk { get; }

    public abstract string Reuse { get; }

    public abstract string Release { get; }

    public abstract string DeleteAsk { get; }

    public abstract string DeleteInUseAsk { get; }

    public abstract string ReadyMeaning { get; }

    public abstract string ApprovedMeaning { get; }

    public abstract string StoppedMeaning { get; }

    public abstract string DormantMeaning { get; }

    public abstract string BlockedMeaning { get; }

    public abstract string WithdrawnDone { get; }

    public abstract string StoppedDone { get; }

    public abstract string ReusedDone { get; }

    public abstract string ReleasedDone { get; }

    public abstract string DeletedDone { get; }

    public abstract string UsedAt { get; }

    public abstract string CommentAsksAgain { get; }

    public abstract string Test { get; }

    public abstract string TestHelp { get; }

    public abstract string TestTo { get; }

    public abstract string TestSend { get; }

    public abstract string TestNumberNeeded { get; }

    public abstract string ValueNeeded { get; }

    public abstract string TestWouldFail(string code, string why);

    public abstract string TestNotTaken { get; }

    public abstract string AtCharacter(int position);

    public abstract string TemplateHas { get; }

    public abstract string NothingThere { get; }

    public abstract string EndsThere { get; }

    public abstract string Differs { get; }

    public abstract string DiffersNow { get; }

    public abstract string TestSent { get; }

    public abstract string TestMessage { get; }

    public abstract string TestPhone { get; }
}
