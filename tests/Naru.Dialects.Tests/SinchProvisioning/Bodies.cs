namespace Naru.Dialects.Tests.SinchProvisioning;

internal static class Bodies
{
    public static string Sender(string name = "shop", string more = "") =>
        $$$"""{"plusFriendId":"{{{name}}}","details":{"adminPhoneNo":"+48777777777","name":"Test Name","topLevelCategoryCode":"019","midLevelCategoryCode":"0006","subLevelCategoryCode":"0001"}{{{more}}}}""";

    public static string Template(string name = "parcel", string details = "", string more = "") =>
        $$$"""{"details":{"name":"{{{name}}}","language":"KO","content":"#{이름}님, 주문하신 상품이 출발했습니다."{{{details}}}}{{{more}}}}""";
}
