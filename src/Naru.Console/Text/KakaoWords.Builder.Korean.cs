using Naru.Core.Kakao.Templates;
using Naru.Core.Kakao.Templates.Building;

namespace Naru.Console.Text;

internal sealed partial class KakaoKorean
{
    public override string TemplateKind => "유형";

    public override string TemplateKindHelp => "피드, 리스트, 커머스는 사용자 정의 템플릿으로 저장할 수 있습니다. 나머지는 API의 template_object로 씁니다.";

    public override string Shape(TalkShape shape) => shape switch
    {
        TalkShape.Feed => "피드",
        TalkShape.List => "리스트",
        TalkShape.Location => "위치",
        TalkShape.Commerce => "커머스",
        TalkShape.Text => "텍스트",
        TalkShape.Calendar => "캘린더",
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "No such shape."),
    };

    public override string Group(TemplateGroup group) => group.Kind switch
    {
        GroupKind.Text => "텍스트",
        GroupKind.Header => "헤더",
        GroupKind.Content => group.Slot is { } item ? $"리스트 {item + 1}" : "콘텐츠",
        GroupKind.ItemContent => "아이템 콘텐츠",
        GroupKind.Item => $"아이템 {group.Slot + 1}",
        GroupKind.Commerce => "가격",
        GroupKind.Location => "장소",
        GroupKind.Calendar => "일정 또는 캘린더",
        GroupKind.Social => "소셜 정보",
        GroupKind.ButtonTitle => "기본 버튼",
        GroupKind.Button => $"버튼 {group.Slot + 1}",
        _ => throw new ArgumentOutOfRangeException(nameof(group), group.Kind, "No such group."),
    };

    public override string Field(TemplateField field) => field.Name switch
    {
        "text" => "텍스트",
        "header_title" => "헤더 제목",
        "title" => "제목",
        "description" => "설명",
        "image_url" => "이미지 주소",
        "image_width" => "이미지 너비",
        "image_height" => "이미지 높이",
        "link.web_url" or "header_link.web_url" => "PC 웹 링크",
        "link.mobile_web_url" or "header_link.mobile_web_url" => "모바일 웹 링크",
        "link.android_execution_params" or "header_link.android_execution_params" => "안드로이드 앱 파라미터",
        "link.ios_execution_params" or "header_link.ios_execution_params" => "iOS 앱 파라미터",
        "profile_text" => "프로필 텍스트",
        "profile_image_url" => "프로필 이미지 주소",
        "title_image_text" => "제목",
        "title_image_url" => "제목 이미지 주소",
        "title_image_category" => "카테고리",
        "item" => "이름",
        "item_op" => "내용",
        "sum" => "요약",
        "sum_op" => "요약 내용",
        "like_count" => "좋아요",
        "comment_count" => "댓글",
        "shared_count" => "공유",
        "view_count" => "조회",
        "subscriber_count" => "구독",
        "product_name" => "상품 이름",
        "regular_price" => "정상 가격",
        "discount_price" => "할인 가격",
        "discount_rate" => "할인율",
        "fixed_discount_price" => "정액 할인",
        "currency_unit" => "통화 단위",
        "currency_unit_position" => "단위 위치",
        "address" => "주소",
        "address_title" => "장소 이름",
        "id_type" => "종류",
        "id" => "ID",
        "button_title" => "버튼 이름",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Name, "No such field."),
    };

    public override string? FieldHelp(TemplateField field) => field.Name switch
    {
        "image_width" or "image_height" => $"{field.Least}픽셀 이상",
        "discount_rate" => "0–100%. 정액 할인과 함께 쓸 수 없습니다.",
        "currency_unit" => "비우면 원",
        "currency_unit_position" => "0: 가격 뒤, 1: 가격 앞",
        "button_title" => $"비우면 {TalkTemplate.DefaultButton}. 아래에 버튼이 있으면 쓰지 않습니다.",
        "like_count" => "세 가지까지만 보입니다.",
        "link.android_execution_params" or "link.ios_execution_params" or "header_link.android_execution_params" or "header_link.ios_execution_params" => "key=value&key2=value2",
        _ => null,
    };

    public override string FieldChoice(TemplateField field, string choice) => (field.Name, choice) switch
    {
        ("id_type", "event") => "일정(event)",
        ("id_type", "calendar") => "캘린더(calendar)",
        _ => choice,
    };

    public override string FieldFault(EntryFault fault) => fault.Kind switch
    {
        EntryFaultKind.Missing => "필요한 항목입니다.",
        EntryFaultKind.TooLong => $"최대 {fault.Field.MostCharacters}자입니다.",
        EntryFaultKind.NoNumber => fault.Field.Most == int.MaxValue ? $"{fault.Field.Least} 이상의 정수를 쓰십시오." : WholeNumber(fault.Field.Least, fault.Field.Most),
        EntryFaultKind.NoChoice => "하나를 고르십시오.",
        EntryFaultKind.NoContent => "제목, 설명, 이미지 주소 가운데 하나를 쓰십시오.",
        EntryFaultKind.TwoDiscounts => "할인율과 정액 할인 가운데 하나만 쓰십시오.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.Kind, "No such fault."),
    };

    public override string OptionalField => "선택";

    public override string MostCharacters => "글자 수";

    public override string ArgumentsHelp => "텍스트, 링크, 숫자 어디에나 ${KEY}를 쓰면 template_args로 채웁니다. ${ME}는 보내는 사람의 이름입니다. 인자는 글자 수에 넣지 않습니다.";

    public override string NotShown(string places) => $"입력란이 없어 뺀 항목: {places}";

    public override string NotStored => "카카오의 빌더는 피드, 리스트, 커머스만 저장합니다. JSON으로 보고 template_object로 보내십시오.";

    public override string NoPreview => "JSON이 템플릿이 되면 미리 보기가 나타납니다.";

    public override string SeeFields => "입력란으로 보기";

    public override string SeeJson => "JSON으로 보기";
}
