namespace Naru.Core.Templates.Linting;

/// <summary>Phrases of advertisements: AlimTalk informs, it does not sell.</summary>
internal static class AdvertisingWordings
{
    private const string Guide = "audit guide §3 (1)";

    private static readonly Wording Label = new(
        new("wording-ad-label", Severity.Warning, new("알림톡에는 광고 표시가 붙은 내용을 담을 수 없습니다.", "What has to be marked as an advertisement is no AlimTalk."), Guide),
        Phrases.Regex(@"[\(\[（【]\s*광고\s*[\)\]）】]|무료\s*수신\s*거부|수신\s*거부\s*:?\s*080"),
        new("광고 표시나 수신 거부 안내가 있습니다.", "It is marked as an advertisement."),
        new("광고는 브랜드 메시지로 보내십시오.", "Send advertisements as Brand Messages."))
    {
        Excused = static context => context.IsConsentNotice,
    };

    private static readonly Wording Discount = new(
        new("wording-discount", Severity.Warning, new("할인과 특가를 알릴 수 없습니다.", "No discounts and special prices."), Guide + ", black list (7)"),
        Phrases.Regex(
            @"[\d\uFFFC]\s*(%|퍼센트|원|만\s*원)\s*(특별|추가|즉시|전\s*품목|전\s*상품|파격)?\s*(할인|세일|off\b|dc\b)|최대\s*[\d,\uFFFC]+\s*(%|퍼센트|원|만\s*원)\s*(까지\s*)?(할인|혜택|적립)"
            + @"|(할인|세일|땡처리|파격가|초특가|특가)\s*(행사|이벤트|대전|찬스|기획전|판매|진행\s*중|중입니다|쿠폰을)|(특가|초특가|최저가|반값|할인가|파격\s*할인)(로|에|의)?\s*(상품|판매|만나|구매|모십|제공|드려|드립|알림|알리미|진행|찬스)"
            + @"|(할인|특가|세일|반값)[^\n]{0,15}(놓치지|만나\s*보|누리|받으세요|받아\s*보|즐기세요|찬스|혜택)|[1-3]\s*\+\s*1\b"),
        new("할인이나 특가를 알리는 문구입니다.", "It offers a discount or special price."),
        new("거래 내용만 남기고, 할인은 브랜드 메시지로 알리십시오.", "Leave what concerns the transaction, and offer discounts in Brand Messages."))
    {
        Calm = Phrases.Regex(@"할인\s*(금액|액|율|률|내역|적용|전|후|합계|받은|되어|되었|됐)|(쿠폰|포인트|제휴|카드|회원|즉시|상품|배송비)\s*할인\s*[:：\-(]"),
    };

    private static readonly Wording Coupon = new(
        new("wording-coupon", Severity.Warning, new("동의하지 않은 쿠폰을 알릴 수 없습니다.", "No coupons that nobody agreed to."), Guide),
        Phrases.Regex(
            @"쿠폰(을|이|도|까지)?\s*([^\n]{0,6}\s)?(증정|드려요|드려|드립니다|드릴게요|받아\s*가|받으세요|받아\s*보|쏩니다|쏜다|팡팡|대방출|챙기세요|선물)|쿠폰\s*(발급|증정|지급|다운로드)?\s*이벤트|(무료|할인|특별|웰컴|시크릿)\s*쿠폰[^\n]{0,12}(증정|도착|선물|발급)"),
        new("쿠폰을 주겠다는 문구입니다.", "It offers a coupon."),
        new("동의에 따라 지급한 쿠폰이면 그 근거('이 메시지는 …에 따라 지급된 쿠폰 안내 메시지입니다')를 적으십시오.", "If they agreed to it, say so: '이 메시지는 …에 따라 지급된 쿠폰 안내 메시지입니다'."))
    {
        Excused = static context => context.IsWelcome || context.HasGrounds,
    };

    private static readonly Wording Event = new(
        new("wording-event", Severity.Warning, new("이벤트와 경품으로 참여를 권할 수 없습니다.", "No invitations to events and prize draws."), Guide),
        Phrases.Regex(
            @"(이벤트|프로모션|경품\s*행사)(에|를|을|가|도|이)?\s*(지금\s*|바로\s*)?(참여|응모|신청하|진행\s*중|진행합|진행되|오픈|시작|열립|마련|준비했|확인하)|(경품|사은품|선물|상품권)(을|를|도)?\s*(추첨|증정|드려요|드립니다|받아\s*가|받으세요|쏩니다)|추첨(을\s*통해|하여|해서)|당첨\s*(기회|확률|의\s*행운)"),
        new("이벤트 참여를 권하는 문구입니다.", "It invites to an event."),
        new("이벤트는 브랜드 메시지로 알리십시오.", "Announce events in Brand Messages."))
    {
        // "참여하신 이벤트에 당첨되어 경품을 드립니다": they took part.
        Calm = Phrases.Regex(@"(참여|응모|신청)(해\s*주신|하신|한)[^\n]{0,40}"),
        Excused = static context => context.HasGrounds,
    };

    private static readonly Wording Free = new(
        new("wording-free", Severity.Warning, new("무료 체험과 증정으로 이용을 권할 수 없습니다.", "No free trials and gifts."), Guide),
        Phrases.Regex(@"무료\s*(체험|증정|나눔|상담\s*(신청|받|이벤트)|(으로|로)\s*(드려|드립|받|증정|체험|즐기|만나|이용해\s*보))|공짜|무료\s*배송\s*(이벤트|혜택|찬스)"),
        new("무료 체험이나 증정을 권하는 문구입니다.", "It offers something for nothing."),
        new("신청한 고객에게 알리는 내용만 남기십시오.", "Leave only what concerns those who asked for it."))
    {
        // "신청하신 무료체험이 …": they asked for it.
        Calm = Phrases.Regex(@"(신청|예약|이용)(해\s*주신|하신|한|\s*중인)[^\n]{0,20}"),
        Excused = static context => context.IsWelcome,
    };

    private static readonly Wording Benefit = new(
        new("wording-benefit", Severity.Warning, new("혜택을 내세워 이용을 권할 수 없습니다.", "No praise of advantages."), Guide),
        Phrases.Regex(@"(혜택|특전)(을|도|이|과|까지)?\s*[^\n]{0,8}(누리|누려|만나|받아\s*보|받으세요|받으러|놓치|드려|드립니다|드릴|챙기|쏟아|가득|팡팡)|(특별한|풍성한|다양한|놀라운)\s*혜택"),
        new("혜택을 내세우는 문구입니다.", "It praises an advantage."),
        new("거래와 관계있는 내용만 남기십시오.", "Leave only what concerns the transaction."))
    {
        Excused = static context => context.IsWelcome || context.IsConsentNotice,
    };

    private static readonly Wording Urging = new(
        new("wording-urging", Severity.Warning, new("구매를 재촉할 수 없습니다.", "Nobody is urged to buy."), Guide),
        Phrases.Regex(
            @"(지금|바로|오늘|서둘러|어서)[^\n]{0,8}(구매|쇼핑|득템)\s*(하세요|하러|해\s*보|하기|찬스)|(구매|쇼핑)\s*(하러\s*가기|해\s*보세요)|재구매\s*(하세요|하기|해\s*보)|놓치지\s*마세요|서두르세요|(매진|품절|한정|재고|특가|할인)[^\n]{0,4}임박|선착순\s*[\d,\uFFFC]+\s*(명|분)|한정\s*(수량|판매|특가)|단\s*하루|오늘만\s|(추천|인기|신)\s*상품(을|이|도)?\s*[^\n]{0,10}(만나|구경|보러|둘러)"),
        new("구매를 재촉하는 문구입니다.", "It urges to buy."),
        new("주문이나 예약의 내용만 남기십시오.", "Leave only what concerns the order or booking."));

    public static readonly Wording[] All = [Label, Discount, Coupon, Event, Free, Benefit, Urging];
}
