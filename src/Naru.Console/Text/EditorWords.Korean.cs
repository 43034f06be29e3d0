namespace Naru.Console.Text;

internal sealed class EditorKorean : EditorWords
{
    public override string Optional => "선택";

    public override string Length => "글자 수";

    public override string Code => "템플릿 코드";

    public override string CodeHelp(int limit) => $"영문자, 숫자, _, - 로 {limit}자까지. 비워 두면 만들어 줍니다.";

    public override string CodeBad(int limit) => $"코드는 영문자, 숫자, _, - 로 {limit}자까지입니다.";

    public override string Name => "템플릿 이름";

    public override string NameHelp => "이 발신 프로필 안에서 하나뿐이어야 합니다. 받는 사람에게는 보이지 않습니다.";

    public override string NameNeeded(int limit) => $"이름은 1자 이상 {limit}자 이하여야 합니다.";

    public override string Category => "카테고리";

    public override string CategoryHelp => "카카오의 템플릿 카테고리. 999999(기타)는 가장 늦게 검수합니다.";

    public override string CategoryBad => "카테고리는 숫자 여섯 자리입니다.";

    public override string Kind => "메시지 유형";

    public override string Basic => "기본형 (BA)";

    public override string WithExtra => "부가 정보형 (EX)";

    public override string WithInvitation => "채널 추가형 (AD)";

    public override string Mixed => "복합형 (MI)";

    public override string Emphasis => "강조 유형";

    public override string EmphasisNone => "없음";

    public override string EmphasisText => "강조 표기";

    public override string EmphasisImage => "이미지";

    public override string EmphasisList => "아이템 리스트";

    public override string Title => "강조 제목";

    public override string TitleHelp => "변수를 쓸 수 있습니다.";

    public override string Subtitle => "강조 보조 문구";

    public override string NoVariables => "변수를 쓸 수 없습니다.";

    public override string ImageUrl => "이미지 주소";

    public override string ImageHelp => "가로 500px 이상, 가로세로 2:1, 500kB 이하의 JPEG나 PNG";

    public override string ImagesRefused => "이미지를 쓸 수 없어 제출하지 않았습니다. 아래 이미지 항목을 확인하십시오.";

    public override string ImageName => "이미지 이름";

    public override string Header => "헤더";

    public override string Highlight => "하이라이트";

    public override string HighlightTitle => "하이라이트 제목";

    public override string HighlightDescription => "하이라이트 설명";

    public override string Thumbnail => "섬네일 주소";

    public override string ThumbnailHelp => "가로 108px 이상의 정사각형, 500kB 이하";

    public override string Items => "아이템";

    public override string ItemsHelp => "두 개 이상 열 개 이하. 이름에는 변수를 쓸 수 없습니다.";

    public override string ItemNumber(int number) => $"아이템 {number}";

    public override string ItemTitle => "이름";

    public override string ItemDescription => "내용";

    public override string AddItem => "아이템 더하기";

    public override string Summary => "요약";

    public override string SummaryDescription => "금액";

    public override string SummaryHelp => "변수, 통화, 숫자, 쉼표, 마침표만 쓸 수 있습니다.";

    public override string Text => "본문";

    public override string TextHelp => "바뀌는 곳은 #{이름} 으로 씁니다.";

    public override string Extra => "부가 정보";

    public override string Buttons => "버튼";

    public override string ButtonsHelp => "다섯 개까지. 바로연결이 있으면 두 개까지";

    public override string ButtonNumber(int number) => $"버튼 {number}";

    public override string ButtonKind => "종류";

    public override string ButtonName => "이름";

    public override string OnlyCalled(string names) => $"쓸 수 있는 이름: {names}";

    public override string AddButton => "버튼 더하기";

    public override string QuickReplies => "바로연결";

    public override string QuickRepliesHelp => "봇이나 상담톡을 쓰는 채널에서 열 개까지";

    public override string QuickReplyNumber(int number) => $"바로연결 {number}";

    public override string AddQuickReply => "바로연결 더하기";

    public override string OpensOutside => "카카오톡 밖의 브라우저에서 열기";

    public override string ChatExtra => "상담 메타 정보 (chat_extra)";

    public override string ChatEvent => "봇 이벤트 (chat_event)";

    public override string PluginId => "플러그인 ID";

    public override string RelayId => "릴레이 ID";

    public override string OneClickId => "원클릭 결제 ID";

    public override string ProductId => "상품 ID";

    public override string FormId => "비즈니스폼 ID";

    public override string CallNumber => "전화번호";

    public override string Link => "대표 링크";

    public override string LinkHelp => "말풍선을 눌렀을 때 여는 주소";

    public override string Security => "보안 메시지";

    public override string SecurityHelp => "주 사용 기기 밖에서는 본문을 숨깁니다.";

    public override string SecurityShown => "보안 메시지: 다른 기기에서는 본문이 보이지 않습니다.";

    public override string Yes => "예";

    public override string No => "아니요";

    public override string Remove => "빼기";

    public override string RemoveOf(string what) => $"{what} 빼기";

    public override string UpOf(string what) => $"{what} 위로";

    public override string DownOf(string what) => $"{what} 아래로";

    public override string Preview => "미리 보기";

    public override string Variables => "변수";

    public override string NoVariablesFound => "변수가 없습니다.";

    public override string TrialHelp => "값을 넣어 보면 미리 보기와 글자 수가 따라 바뀝니다. 저장하지 않습니다.";

    public override string TooLongOnceFilled(string place, int count, int limit) => $"값을 넣으면 {place}이(가) {count:N0}자로, {limit:N0}자를 넘습니다.";

    public override string TooLongToKeep(int limit) => $"{limit:N0}자를 넘는 글은 저장할 수 없습니다.";

    public override string Findings => "살펴볼 것";

    public override string NothingFound => "규칙에 어긋나는 것이 없습니다.";

    public override string Found(int errors, int warnings, int hints) => $"오류 {errors}, 경고 {warnings}, 참고 {hints}";

    public override string Error => "오류";

    public override string Warning => "경고";

    public override string Hint => "참고";

    public override string WouldBeRejected => "지금 검수를 요청하면 반려됩니다. 살펴볼 것을 먼저 고치십시오.";

    public override string Check => "확인";

    public override string CheckLost => "확인하지 못했습니다. 연결을 살펴보고 확인 단추를 누르십시오. 쓴 것은 그대로 있습니다.";
}
