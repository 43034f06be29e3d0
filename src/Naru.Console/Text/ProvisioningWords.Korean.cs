namespace Naru.Console.Text;

internal sealed class ProvisioningKorean : ProvisioningWords
{
    public override string History => "이력과 의견";

    public override string NoHistory => "아직 이력이 없습니다.";

    public override string Older => "이전 이력";

    public override string Newest => "최근 이력";

    public override string Created => "만듦";

    public override string Edited => "고침";

    public override string DraftSaved => "초안으로 저장";

    public override string HandedIn => "검수 요청";

    public override string Rejected => "반려";

    public override string Approved => "승인";

    public override string Activated => "사용 시작";

    public override string Inactivated => "사용 중지";

    public override string Commented => "의견";

    public override string CodeSent => "인증번호 발송";

    public override string Deleted => "삭제 요청";

    public override string Withdrawn => "검수 취소";

    public override string Slept => "휴면";

    public override string Comment => "의견";

    public override string AddComment => "의견 남기기";

    public override string CommentNeeded(int limit) => $"의견을 1자 이상 {limit:N0}자 이하로 적으십시오.";

    public override string CommentSaved => "의견을 남겼습니다.";

    public override string ReviewerSays => "검수자의 의견";

    public override string SenderNotFound => "발신 프로필이 없습니다.";

    public override string TemplateNotFound => "템플릿이 없습니다.";

    public override string ChangesNotFound => "변경안이 없습니다.";

    public override string ChannelNameUsed => "이 워크스페이스에 이미 있는 채널입니다.";

    public override string TemplateExists => "같은 코드나 이름의 템플릿이 이미 있습니다.";

    public override string NotUpdatable => "지금 상태에서는 고칠 수 없습니다.";

    public override string ChangesNotUpdatable => "검수 중이라 고칠 수 없습니다. 먼저 검수를 취소하거나 결과를 기다리십시오.";

    public override string ChangesNotDeletable => "검수를 요청한 적이 있는 변경안은 버릴 수 없습니다.";

    public override string AlreadyDeleted => "이미 삭제를 요청했습니다.";

    public override string NotAllowedToRegister => "지금 상태에서는 인증번호를 보낼 수 없습니다.";

    public override string NotAllowedToVerify => "쓸 수 있는 인증번호가 없습니다. 새 인증번호를 받으십시오.";

    public override string WrongCode => "인증번호가 다릅니다.";

    public override string TooManyCodes => "인증번호는 30초에 한 번, 한 시간에 다섯 번까지 보낼 수 있습니다. 잠시 뒤에 다시 하십시오.";

    public override string SenderNotActive => "사용 중인 발신 프로필만 템플릿을 만들 수 있습니다.";

    public override string WrongState => "그 사이 상태가 바뀌어 그 일을 할 수 없습니다.";

    public override string NoPhone => "관리자 전화번호로 문자를 보낼 수 없습니다.";

    public override string Unacceptable => "내용을 받아들일 수 없습니다.";

    public override string WorkspaceGone => "워크스페이스가 없어졌습니다.";

    public override string Discard => "변경안 버리기";

    public override string DiscardAsk => "변경안을 버리면 되돌릴 수 없습니다. 지금 쓰는 내용은 그대로입니다.";

    public override string DiscardDone => "변경안을 버렸습니다.";

    public override string InUse => "지금 쓰는 내용";

    public override string Changes => "변경안";

    public override string Place => "항목";

    public override string Before => "지금";

    public override string After => "바뀐 뒤";

    public override string SameAsInUse => "지금 쓰는 내용과 같습니다.";

    public override string Empty => "(없음)";

    public override string Removed => "지움";

    public override string Added => "더함";

    public override string Page => "상태";

    public override string SaveDraft => "초안으로 저장";

    public override string HandIn => "검수 요청";

    public override string InReviewSince => "검수 요청";

    public override string GoToReview => "검수 화면에서 결정하기";

    public override string ReviewerDecides => "검수자가 결정할 때까지 기다립니다.";

    public override string Delete => "삭제";

    public override string ToCorrect(int count) => $"바로잡을 것이 {count}가지 있습니다. 저장하지 않았습니다.";
}
