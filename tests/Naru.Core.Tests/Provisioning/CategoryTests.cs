using Naru.Core.Provisioning;

namespace Naru.Core.Tests.Provisioning;

public sealed class CategoryTests
{
    /// <summary>Codes that are public beside the list that the tree was made from.</summary>
    [Theory]
    [InlineData("00100010001", "건강 > 병원 > 종합병원")]
    [InlineData("00100010017", "건강 > 병원 > 한의원")]
    [InlineData("00100020001", "건강 > 약국 > 약국")]
    [InlineData("00200030001", "교육 > 교육원 > 어린이집/평생교육원/문화센터")]
    [InlineData("00500010004", "미용 > 미용 > 뷰티/화장품")]
    [InlineData("00600060001", "소매(쇼핑몰) > 패션잡화 > 패션잡화")]
    [InlineData("01100050001", "음식점 > 프랜차이즈 > 프랜차이즈")]
    [InlineData("01300010001", "컴퓨터 > 소프트웨어/솔루션 > 소프트웨어/솔루션")]
    [InlineData("01900060001", "일반서비스 > 기타일반서비스 > 기타일반서비스")]
    [InlineData("02100020001", "기타서비스 > 업무알림 > 업무알림")]
    public void A_code_falls_on_its_name(string code, string name) => SenderCategories.NameOf(code).ShouldBe(name);

    [Fact]
    public void Every_branch_has_three_levels_and_codes_of_their_length()
    {
        foreach (var top in SenderCategories.All)
        {
            (top.ParentCode, top.Depth, top.Code.Length).ShouldBe(("", 1, 3));
            foreach (var mid in top.Subcategories)
            {
                (mid.ParentCode, mid.Depth, mid.Code.Length).ShouldBe((top.Code, 2, 4));
                mid.Subcategories.ShouldNotBeEmpty();
                mid.Subcategories.ShouldAllBe(sub => sub.ParentCode == mid.Code && sub.Depth == 3 && sub.Code.Length == 4 && sub.Subcategories.Count == 0);
            }
        }
    }

    [Fact]
    public void Template_categories_have_six_digits_and_are_in_their_groups()
    {
        var all = TemplateCategories.Groups.SelectMany(group => group.Categories).ToList();

        all.Select(category => category.Code).ShouldBeUnique();
        all.ShouldAllBe(category => category.Code.Length == 6 && category.Inclusion.Ko.Length > 0 && category.Inclusion.En.Length > 0);
        all.Select(category => category.Code).ShouldBeInOrder();
        TemplateCategories.Find("001002")!.Name.En.ShouldBe("Authentication/Password/Login");
        TemplateCategories.Find("001004").ShouldBeNull();
    }
}
