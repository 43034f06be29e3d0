namespace Naru.Console.Text;

internal sealed class AppKorean : AppWords
{
    public override string AppId => "앱 ID";

    public override string CopyOf(string what) => $"복사: {what}";

    public override string NewApp => "새 앱";

    public override string AppName => "앱 이름";

    public override string Create => "만들기";

    public override string NoApps => "아직 앱이 없습니다. 아래에서 앱을 만들고 채널을 설정하면 Sinch Conversation API로 보낼 수 있습니다.";

    public override string MoreApps(int count) => $"외 {count:N0}개. 나머지 앱은 API의 앱 목록에서 볼 수 있습니다.";

    public override string Created => "생성";

    public override string CreatedDone => "앱을 만들었습니다. 이제 채널을 설정하십시오.";

    public override string Saved => "저장했습니다.";

    public override string ToCorrect(int count) => $"저장하지 않았습니다. 고칠 곳이 {count}군데 있습니다.";

    public override string Mode => "처리 방식";

    public override string Dispatch => "발송 (DISPATCH)";

    public override string DispatchHelp => "연락처와 대화를 만들지 않습니다.";

    public override string Conversation => "대화 (CONVERSATION)";

    public override string ConversationHelp => "연락처와 대화가 없으면 만들고, 결과 리포트에 그 ID를 싣습니다.";

    public override string Channels => "채널";

    public override string ChannelsHelp => "위에 있는 채널을 먼저 씁니다.";

    public override string Channel => "채널";

    public override string NotSetUp => "설정 안 됨";

    public override string SetUp => "채널 설정";

    public override string SetUpOf(string channel) => $"채널 설정: {channel}";

    public override string ChangeSender => "발신 프로필 변경";

    public override string Remove => "제거";

    public override string RemoveChannelAsk => "이 앱으로는 이 채널에 더 보낼 수 없습니다. 발신 프로필은 그대로 남습니다.";

    public override string ChannelRemoved => "채널을 제거했습니다.";

    public override string ChannelSaved => "채널을 설정했습니다.";

    public override string Earlier => "먼저 쓰기";

    public override string EarlierOf(string channel) => $"먼저 쓰기: {channel}";

    public override string OrderSaved => "순서를 바꾸었습니다.";

    public override string Pending => "대기";

    public override string Active => "사용 가능";

    public override string Failing => "사용 불가";

    public override string PickSender => "발신 프로필 고르기";

    public override string PickSenderHelp => "채널 ID(kakaotalk_plus_friend_id)와 발신 키(kakaotalk_sender_key)는 고른 발신 프로필에서 채웁니다.";

    public override string PickChatSenderHelp => "채널 ID(kakaotalk_plus_friend_id)는 고른 발신 프로필에서 채웁니다.";

    public override string NotCarried => "이 설치에는 이 채널을 나르는 발송사가 없습니다. 설정해 두어도 아직 보낼 수 없습니다.";

    public override string PickOne => "발신 프로필을 하나 고르십시오.";

    public override string SenderGone => "이 워크스페이스에 없는 발신 프로필입니다. 다시 고르십시오.";

    public override string NoSenders => "이 워크스페이스에는 발신 프로필이 없어 채널을 설정할 수 없습니다.";

    public override string FindSender => "채널 이름으로 찾기";

    public override string Find => "찾기";

    public override string NoSenderFound(string query) => $"“{query}”에 맞는 발신 프로필이 없습니다.";

    public override string InUse => "지금 쓰는 것";

    public override string SaveChannel => "채널 저장";

    public override string Cancel => "취소";

    public override string Settings => "설정";

    public override string Retention => "보관 기준";

    public override string ByMessage => "메시지마다 (MESSAGE_EXPIRE_POLICY)";

    public override string ByConversation => "대화의 마지막 메시지부터 (CONVERSATION_EXPIRE_POLICY)";

    public override string Persist => "기간 제한 없음 (PERSIST_RETENTION_POLICY)";

    public override string RetentionDays => "보관 일수";

    public override string RetentionDaysHelp(int least, int most) => $"대화에 속한 메시지를 API로 다시 볼 수 있는 날 수: {least:N0}~{most:N0}일. 기간 제한이 없으면 쓰지 않습니다.";

    public override string DispatchDays => "발송 방식 보관 일수";

    public override string DispatchDaysHelp(int least, int most) => $"{least}~{most}일. 0이면 끝난 메시지를 다시 볼 수 없습니다.";

    public override string RetryFor => "재시도 시간 (초)";

    public override string RetryForHelp(int least, int most) => $"잠시 안 될 때 다시 시도하는 시간: {least:N0}~{most:N0}초. 비워 두면 기본 정책을 따릅니다.";

    public override string Metadata => "대화 메타데이터를 결과 리포트에 싣기 (conversation_metadata_report_view = FULL)";

    public override string Limits => "한도";

    public override string LimitsHelp => "비워 두면 제한하지 않습니다.";

    public override string Outbound => "발송 (초당)";

    public override string Inbound => "수신 (초당)";

    public override string WebhookRate => "웹훅 호출 (초당)";

    public override string MaxQueued => "대기 메시지 최대 수";

    public override string MaxQueuedHelp => "넘으면 새 메시지를 429로 거절합니다.";

    public override string FallbackWait => "다음 채널까지 대기";

    public override string Secret => "콜백 비밀 값";

    public override string SecretHelp => "메시지의 callback_url로 가는 콜백에 서명합니다. 저장한 뒤에는 다시 볼 수 없습니다.";

    public override string SecretSet => "설정됨";

    public override string SecretNotSet => "설정 안 됨: 서명하지 않습니다";

    public override string NewSecret => "새 비밀 값";

    public override string SetSecret => "비밀 값 저장";

    public override string ClearSecret => "비밀 값 지우기";

    public override string ClearSecretAsk => "지우면 callback_url로 가는 콜백에 서명하지 않습니다.";

    public override string SecretSaved => "비밀 값을 저장했습니다.";

    public override string SecretCleared => "비밀 값을 지웠습니다.";

    public override string SecretNeeded(int limit) => $"비밀 값은 1자 이상 {limit}자 이하여야 합니다.";

    public override string DeleteApp => "앱 삭제";

    public override string DeleteAppAsk(int webhooks) => $"앱과 웹훅 {webhooks}개가 지워지고, 이 앱 ID로는 더 보낼 수 없습니다. 메시지 기록은 남습니다. 되돌릴 수 없습니다.";

    public override string Deleted => "앱을 삭제했습니다.";

    public override string NameNeeded(int limit) => $"이름은 1자 이상 {limit}자 이하여야 합니다.";

    public override string WholeNumber(int least, int most) => $"{least:N0}부터 {most:N0}까지의 정수를 쓰십시오.";

    public override string WholeNumberOrEmpty(int least, int most) => $"{least:N0}부터 {most:N0}까지의 정수를 쓰거나 비워 두십시오.";

    public override string NotAChoice => "목록에 있는 값을 고르십시오.";
}
