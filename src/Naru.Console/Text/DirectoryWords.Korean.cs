namespace Naru.Console.Text;

internal sealed class DirectoryKorean : DirectoryWords
{
    public override string NewWorkspace => "새 워크스페이스";

    public override string WorkspaceName => "워크스페이스 이름";

    public override string Create => "만들기";

    public override string PublicId => "공개 ID";

    public override string Kind => "종류";

    public override string Normal => "일반";

    public override string Demo => "데모";

    public override string Disposable => "테스트용";

    public override string Created => "생성";

    public override string Yours => "로그인한 워크스페이스";

    public override string NameNeeded(int limit) => $"이름은 1자 이상 {limit}자 이하여야 합니다.";

    public override string WorkspaceCreated => "워크스페이스를 만들었습니다. 이제 인증 정보를 만드십시오.";

    public override string MoreWorkspaces(int count) => $"외 {count:N0}개";

    public override string NewCredential => "새 인증 정보";

    public override string CredentialName => "이름 (사용자, 클라이언트 ID, 키 ID)";

    public override string Scopes => "권한 범위";

    public override string ScopesHelp => "공백으로 구분합니다. 비워 두면 모두 허용합니다.";

    public override string AllScopes => "모두";

    public override string NotThisScope => "installation 권한은 그 권한을 가진 운영자만 줄 수 있습니다.";

    public override string TooManyScopes => "권한 범위는 20개, 각 100자까지 쓸 수 있습니다.";

    public override string NameTaken => "이미 쓰고 있는 이름입니다. 다른 이름을 고르십시오.";

    public override string BadName => "이름에는 영문자, 숫자, 점, 밑줄, 붙임표, @ 만 쓸 수 있습니다.";

    public override string SecretOnce => "지금 복사해 두십시오. 이 비밀 값은 다시 볼 수 없습니다.";

    public override string Secret => "비밀 값";

    public override string SecretMade(string name) => $"“{name}”의 비밀 값";

    public override string LastUsed => "마지막 사용";

    public override string Never => "사용한 적 없음";

    public override string Rotate => "새 비밀 값";

    public override string RotateAsk => "새 비밀 값을 만들면 지금의 비밀 값은 곧바로 쓸 수 없게 됩니다.";

    public override string Revoke => "폐기";

    public override string RevokeAsk => "폐기하면 곧바로 쓸 수 없고 되돌릴 수 없습니다.";

    public override string Revoked(string at) => $"{at} 폐기";

    public override string RevokedDone => "폐기했습니다.";

    public override string InUseHere => "지금 로그인에 쓰는 인증 정보";

    public override string NotYourOwn => "로그인에 쓰고 있는 인증 정보는 폐기할 수 없습니다. 다른 운영자로 로그인하십시오.";

    public override string Gone => "이미 폐기되었거나 없는 인증 정보입니다.";

    public override string NoCredentials => "아직 인증 정보가 없습니다.";

    public override string ApiKey => "Infobip API 키";

    public override string User => "Infobip 사용자";

    public override string OAuthClient => "OAuth 클라이언트";

    public override string Operator => "콘솔 운영자";

    public override string SinchKey => "Sinch 키";

    public override string SenderKey => "발신 키";

    public override string State => "상태";

    public override string InProgress => "검수 중";

    public override string PendingVerification => "인증 대기";

    public override string Active => "사용 중";

    public override string Rejected => "반려";

    public override string Stopped => "중지";

    public override string Deleted => "삭제됨";

    public override string Registered => "초안";

    public override string InReview => "검수 중";

    public override string Approved => "승인";

    public override string Dormant => "휴면";

    public override string Blocked => "차단";

    public override string Draft => "초안";

    public override string Verifying => "인증 중";

    public override string Inactive => "닫힘";
}
