namespace Naru.Console.Text;

internal sealed class TemplateKorean : TemplateWords
{
    public override string Templates => "템플릿";

    public override string TemplatesOf(string sender) => $"{sender} 템플릿";

    public override string New => "템플릿 만들기";

    public override string Edit => "템플릿 고치기";

    public override string Code => "코드";

    public override string Modified => "마지막 변경";

    public override string Find => "찾기";

    public override string FindHelp => "코드, 이름, 본문의 일부";

    public override string AnyState => "모든 상태";

    public override string Clear => "조건 지우기";

    public override string NoTemplates => "아직 템플릿이 없습니다.";

    public override string NothingFound => "조건에 맞는 템플릿이 없습니다.";

    public override string EditIt => "고치기";

    public override string EditBeside => "변경안 쓰기";

    public override string Withdraw => "검수 취소";

    public override string WithdrawApproval => "승인 취소";

    public override string WithdrawApprovalAsk => "아직 보낸 적이 없으므로 승인을 취소하고 초안으로 되돌릴 수 있습니다.";

    public override string Stop => "사용 중지";

    public override string StopAsk => "중지한 동안에는 이 템플릿으로 보낼 수 없습니다. 다시 사용할 수 있습니다.";

    public override string Reuse => "다시 사용";

    public override string Release => "휴면 해제";

    public override string DeleteAsk => "템플릿과 그 이력이 사라집니다. 되돌릴 수 없습니다.";

    public override string DeleteInUseAsk => "사용 중인 템플릿입니다. 삭제하면 이 템플릿으로 보내는 메시지는 모두 실패합니다. 되돌릴 수 없습니다.";

    public override string ReadyMeaning => "승인되었습니다. 아직 보낸 적이 없습니다.";

    public override string ApprovedMeaning => "승인되어 쓰고 있습니다.";

    public override string StoppedMeaning => "사용을 중지했습니다. 이 템플릿으로는 보낼 수 없습니다.";

    public override string DormantMeaning => "일 년 동안 쓰지 않아 휴면 상태입니다. 휴면을 해제하면 다시 쓸 수 있고, 일 년이 더 지나면 삭제됩니다.";

    public override string BlockedMeaning => "카카오톡이 차단했습니다. 이 템플릿으로는 보낼 수 없습니다.";

    public override string WithdrawnDone => "취소했습니다. 이제 고칠 수 있습니다.";

    public override string StoppedDone => "중지했습니다.";

    public override string ReusedDone => "다시 사용합니다.";

    public override string ReleasedDone => "휴면을 해제했습니다. 30일 안에 쓰지 않으면 다시 휴면 상태가 됩니다.";

    public override string DeletedDone => "템플릿을 삭제했습니다.";

    public override string UsedAt => "마지막 발송";

    public override string CommentAsksAgain => "반려된 템플릿에 의견을 남기면 지금 내용 그대로 다시 검수합니다.";

    public override string Test => "나에게 시험 발송";

    public override string TestHelp => "승인된 내용이 실제 메시지와 같은 길로 나갑니다.";

    public override string TestTo => "받는 번호";

    public override string TestSend => "시험 발송";

    public override string TestNumberNeeded => "전화번호가 아닙니다.";

    public override string ValueNeeded => "값을 적으십시오.";

    public override string TestWouldFail(string code, string why) => $"보내지 않았습니다. 카카오톡이 {code} 코드로 거절합니다: {why}";

    public override string TestNotTaken => "게이트웨이가 메시지를 받지 못했습니다. 잠시 뒤에 다시 하십시오.";

    public override string AtCharacter(int position) => $"{position}번째 글자부터";

    public override string TemplateHas => "템플릿의 그 자리";

    public override string NothingThere => "(아무것도 없음)";

    public override string EndsThere => "여기에서 끝나야 합니다: 템플릿에 더 있지 않거나, 길이 제한을 넘었습니다.";

    public override string Differs => "템플릿과 다른 곳";

    public override string DiffersNow => "지금의 템플릿과 견준 것입니다.";

    public override string TestSent => "보냈습니다.";

    public override string TestMessage => "메시지 보기";

    public override string TestPhone => "시험 휴대폰에서 보기";
}
