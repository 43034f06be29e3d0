namespace Naru.Console.Text;

/// <summary>The desk of the simulated KakaoTalk’s reviewers.</summary>
public abstract class ReviewWords
{
    public abstract string Desk { get; }

    public abstract string DeskMeaning { get; }

    public abstract string Mode { get; }

    public abstract string ByItself { get; }

    public abstract string After { get; }

    public abstract string ByHand { get; }

    public abstract string ModeMeaning { get; }

    public abstract string ModeSaved { get; }

    public abstract string SecondsNeeded(int least, int most);

    public abstract string Waiting { get; }

    public abstract string NothingWaits { get; }

    public abstract string MoreWaiting(int count);

    public abstract string ASender { get; }

    public abstract string RulesSayNothing { get; }

    public abstract string Comment { get; }

    public abstract string CommentHelp { get; }

    public abstract string Approve { get; }

    public abstract string Reject { get; }

    public abstract string OnlyComment { get; }

    public abstract string ApprovedDone { get; }

    public abstract string RejectedDone { get; }

    public abstract string Reviewed { get; }

    public abstract string ReviewedMeaning { get; }

    public abstract string NothingReviewed { get; }

    public abstract string NothingMatches { get; }

    public abstract string Actions { get; }

    public abstract string Stop { get; }

    public abstract string Block { get; }

    public abstract string Close { get; }

    public abstract string Restore { get; }

    public abstract string StopSenderAsk { get; }

    public abstract string BlockSenderAsk { get; }

    public abstract string CloseAsk { get; }

    public abstract string StopTemplateAsk { get; }

    public abstract string BlockTemplateAsk { get; }

    public abstract string RestoreAsk { get; }

    public abstract string TakenOutDone { get; }

    public abstract string PutBackDone { get; }
}
