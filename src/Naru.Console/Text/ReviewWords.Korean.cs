namespace Naru.Console.Text;

internal sealed class ReviewKorean : ReviewWords
{
    public override string Desk => "검수";

    public override string DeskMeaning => "여기서는 카카오톡 검수자가 됩니다. 시험용이며 실제 카카오톡과는 관계가 없습니다.";

    public override string Mode => "누가 결정하나";

    public override string ByItself => "규칙에 따라 자동으로";

    public override string After => "몇 초 뒤에";

    public override string ByHand => "이 화면에서 사람이";

    public override string ModeMeaning => "모든 워크스페이스에 적용됩니다.";

    public override string ModeSaved => "바꾸었습니다.";

    public override string SecondsNeeded(int least, int most) => $"{least}초 이상 {most:N0}초 이하여야 합니다.";

    public override string Waiting => "검수를 기다리는 것";

    public override string NothingWaits => "기다리는 것이 없습니다.";

    public override string MoreWaiting(int count) => $"뒤에 {count:N0}건이 더 기다립니다.";

    public override string ASender => "발신 프로필";

    public override string RulesSayNothing => "규칙에 어긋나는 것이 없습니다.";

    public override string Comment => "의견";

    public override string CommentHelp => "반려하려면 꼭 적어야 합니다. 신청한 사람이 봅니다.";

    public override string Approve => "승인";

    public override string Reject => "반려";

    public override string OnlyComment => "의견만 남기기";

    public override string ApprovedDone => "승인했습니다.";

    public override string RejectedDone => "반려했습니다.";

    public override string Reviewed => "승인된 것";

    public override string ReviewedMeaning => "카카오톡처럼 중지하거나 차단해 볼 수 있습니다.";

    public override string NothingReviewed => "승인된 것이 없습니다.";

    public override string NothingMatches => "조건에 맞는 것이 없습니다.";

    public override string Actions => "할 수 있는 일";

    public override string Stop => "중지";

    public override string Block => "차단";

    public override string Close => "채널 닫기";

    public override string Restore => "되돌리기";

    public override string StopSenderAsk => "이 발신 프로필의 메시지는 모두 거절됩니다.";

    public override string BlockSenderAsk => "차단된 발신 프로필의 메시지는 모두 거절됩니다.";

    public override string CloseAsk => "채널 주인이 채널을 닫은 것처럼 됩니다.";

    public override string StopTemplateAsk => "이 템플릿의 메시지는 모두 거절됩니다.";

    public override string BlockTemplateAsk => "차단된 템플릿의 메시지는 모두 거절됩니다.";

    public override string RestoreAsk => "다시 쓸 수 있게 됩니다.";

    public override string TakenOutDone => "사용하지 못하게 했습니다.";

    public override string PutBackDone => "다시 쓸 수 있습니다.";
}
