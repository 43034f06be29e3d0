namespace Naru.Console.Text;

internal sealed class ReviewEnglish : ReviewWords
{
    public override string Desk => "Review desk";

    public override string DeskMeaning => "Here you are KakaoTalk’s reviewer. It is part of the simulation; the real KakaoTalk knows nothing of it.";

    public override string Mode => "Who decides";

    public override string ByItself => "By itself, by the rules";

    public override string After => "After how many seconds";

    public override string ByHand => "People, at this desk";

    public override string ModeMeaning => "It holds for all workspaces.";

    public override string ModeSaved => "Changed.";

    public override string SecondsNeeded(int least, int most) => $"{least} to {most:N0} seconds.";

    public override string Waiting => "Waiting for a verdict";

    public override string NothingWaits => "Nothing waits.";

    public override string MoreWaiting(int count) => $"{count:N0} more wait behind them.";

    public override string ASender => "Sender";

    public override string RulesSayNothing => "Nothing breaks a rule.";

    public override string Comment => "Comment";

    public override string CommentHelp => "Needed to reject. Its owner reads it.";

    public override string Approve => "Approve";

    public override string Reject => "Reject";

    public override string OnlyComment => "Only comment";

    public override string ApprovedDone => "Approved.";

    public override string RejectedDone => "Rejected.";

    public override string Reviewed => "What was approved";

    public override string ReviewedMeaning => "Stop or block it as KakaoTalk would, to see what follows.";

    public override string NothingReviewed => "Nothing was approved.";

    public override string NothingMatches => "Nothing matches.";

    public override string Actions => "Actions";

    public override string Stop => "Stop";

    public override string Block => "Block";

    public override string Close => "Close the channel";

    public override string Restore => "Put back";

    public override string StopSenderAsk => "Every message of this sender will be refused.";

    public override string BlockSenderAsk => "Every message of a blocked sender is refused.";

    public override string CloseAsk => "As if its owner had closed the channel at KakaoTalk.";

    public override string StopTemplateAsk => "Every message made from it will be refused.";

    public override string BlockTemplateAsk => "Every message made from a blocked template is refused.";

    public override string RestoreAsk => "It can be used again.";

    public override string TakenOutDone => "It is out of use.";

    public override string PutBackDone => "It can be used again.";
}
