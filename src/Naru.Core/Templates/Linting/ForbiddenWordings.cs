namespace Naru.Core.Templates.Linting;

/// <summary>KakaoTalk's black list: what is no AlimTalk, information or not.</summary>
internal static class ForbiddenWordings
{
    private static readonly Wording Cart = new(
        new("wording-cart", Severity.Warning, new("장바구니나 둘러본 상품을 알릴 수 없습니다.", "No reminders of baskets and of what somebody looked at."), "audit guide, black list (6), (11), (12)"),
        Phrases.Regex(@"장바구니[^\n]{0,20}(담|잊|남아|구매|삭제|기다리)|(클릭|조회|둘러보|구경)하셨던\s*상품|(보셨던|찜하신|찜한|관심)\s*상품[^\n]{0,20}(구매|다시|아직|할인)"),
        new("장바구니나 둘러본 상품을 알리는 문구입니다.", "It reminds of a basket or of goods that were looked at."),
        new("브랜드 메시지로 보내십시오.", "Send it as a Brand Message."));

    private static readonly Wording AppInstall = new(
        new("wording-app-install", Severity.Warning, new("앱 설치를 권할 수 없습니다.", "Nobody is asked to install an app."), "audit guide §3 (1), black list (13)"),
        Phrases.Regex(
            @"(앱|어플|어플리케이션)(을|를)?\s*([^\n]{0,6}\s)?(설치|다운로드|다운\s*받|내려\s*받)\s*(하세요|하고|하시면|하기|해\s*(주세요|보세요)|받|으세요|으시면|으러|링크)|앱\s*다운(로드)?\s*(받기|링크|:|$)|다운\s*받기\s*:|appsto\.re/|apps\.apple\.com/|play\.google\.com/store|onelink\.me/"),
        new("앱 설치를 권하는 문구나 앱 마켓 주소입니다.", "It asks to install an app, or leads to a store."),
        new("앱 설치 안내를 빼십시오.", "Leave it out."))
    {
        Excused = static context => context.IsWelcome || context.HasGrounds,
    };

    private static readonly Wording Reward = new(
        new("wording-survey-reward", Severity.Warning, new("설문이나 후기의 대가로 포인트나 쿠폰을 줄 수 없습니다.", "No points or coupons for surveys and reviews."), "audit guide, black list (9)"),
        Phrases.Regex(@"(설문|리뷰|후기|만족도|평점)[^\n]{0,30}(포인트|쿠폰|적립금|마일리지)[^\n]{0,15}(드려|드립|드릴|증정|받|지급|적립)"),
        new("설문이나 후기의 대가로 포인트나 쿠폰을 내걸었습니다.", "It offers points or coupons for a survey or review."),
        new("대가를 빼거나 자체 포인트가 아닌 상품으로 바꾸십시오.", "Take the reward away, or give something other than your own points."));

    private static readonly Wording Points = new(
        new("wording-points-without-grounds", Severity.Warning,
            new("포인트와 쿠폰의 적립, 소멸 안내에는 발송 근거를 적어야 합니다.", "What is said of points and coupons gives the grounds on which it is sent."), "audit guide, white list 쿠폰/포인트 (1)"),
        Phrases.Regex(@"(포인트|쿠폰|적립금|마일리지)[^\n]{0,20}(적립|소멸|지급|발급|만료)\s*(되|될|됩|됐|예정|하였|했|해\s*드|안내)"),
        new("발송 근거가 없습니다.", "It does not say on which grounds it is sent."),
        new("'※ 이 메시지는 이용약관 동의에 따라 지급된 포인트 안내 메시지입니다.'처럼 근거를 고정 문구로 적으십시오.", "Say it in fixed words: '※ 이 메시지는 이용약관 동의에 따라 지급된 포인트 안내 메시지입니다.'"))
    {
        Excused = static context => context.IsWelcome || context.HasGrounds,
    };

    private static readonly Wording Trade = new(
        new("wording-forbidden-trade", Severity.Warning, new("도박, 종목 추천, 대출 권유, 선거 홍보는 보낼 수 없습니다.", "No gambling, stock tips, loan offers, election campaigns."), "audit guide, black list (18), (20), (21)"),
        Phrases.Regex(
            @"카지노|바카라|(스포츠|사설)\s*토토|토토\s*사이트|슬롯\s*머신|급등주|리딩\s*방|(추천\s*종목|종목\s*추천)|대출\s*(상품\s*비교|한도(를)?\s*(조회|확인)하|가능\s*금액|조건이?\s*(달라|좋아)|권유)|(즉시|당일|무담보|저금리|무서류)\s*대출|작업\s*대출|비아그라|후보(를|에게)?\s*(지지|투표|뽑아)|(기호\s*\d+번)"),
        new("알림톡으로 보낼 수 없는 업종이나 내용입니다.", "This trade or matter is barred from AlimTalk."),
        new("알림톡이 아닌 방법을 쓰십시오.", "Use another way than AlimTalk."));

    private static readonly Wording ChannelThanks = new(
        new("wording-channel-thanks", Severity.Warning, new("채널을 추가한 데 대한 인사는 보낼 수 없습니다.", "No thanks for adding the channel."), "audit guide, black list (16), (17)"),
        Phrases.Regex(@"(채널|친구)(을|를)?\s*추가\s*해\s*주셔서|채널\s*친구가\s*되어\s*주셔서"),
        new("채널 추가에 대한 인사입니다.", "It thanks for adding the channel."),
        new("채널의 환영 메시지 기능을 쓰십시오.", "Use the channel's own welcome message."));

    private static readonly Wording Call = new(
        new("wording-after-call", Severity.Warning, new("전화 뒤에 자동으로 보내는 안내는 보낼 수 없습니다.", "Nothing is sent by itself after a telephone call."), "audit guide, black list (15)"),
        Phrases.Regex(@"전화\s*(주셔서|해\s*주셔서)\s*감사|통화해\s*주셔서\s*감사"),
        new("전화에 대한 자동 안내입니다.", "It follows a telephone call by itself."),
        new("수신자가 요청한 안내임을 적으십시오.", "Say that they asked for it."));

    public static readonly Wording[] All = [Cart, AppInstall, Reward, Points, Trade, ChannelThanks, Call];
}
