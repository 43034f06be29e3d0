using Naru.Core.Content;
using Naru.Core.Templates;

namespace Naru.Engine.Registry;

/// <summary>The approved templates that the demo's and every disposable workspace's sender starts with.</summary>
public static class StarterTemplates
{
    private static readonly (string Code, TemplateDetails Details)[] s_starters =
    [
        ("package_template", new TemplateDetails("배송 안내", "주문하신 상품 #{package_id}의 도착 예정일은 #{expected_delivery}입니다.") { CategoryCode = "006002" }),
        ("otp_template", new TemplateDetails("인증번호", "인증번호는 #{code} 입니다.") { Security = true, CategoryCode = "001002" }),
        ("delivery_card", new TemplateDetails(
            "배송 출발", "#{name}님, 주문하신 상품이 출발했습니다.\n\n▶ 송장번호: #{package_id}\n▶ 도착 예정: #{expected_delivery}\n\n문 앞에 놓아 드릴게요.")
        {
            Emphasis = Emphasis.Text,
            Title = "#{expected_delivery} 도착",
            Subtitle = "배송 안내",
            CategoryCode = "006001",
            Buttons =
            [
                new Button(ButtonKind.WebLink, "배송 조회", "https://naru.example/t/#{package_id}", "https://naru.example/t/#{package_id}"),
                new Button(ButtonKind.BotKeyword, "배송지 변경"),
            ],
        }),
    ];

    /// <param name="now">Whence their sleep is counted.</param>
    public static IReadOnlyList<Template> For(string senderKey, DateTimeOffset now) =>
        [.. s_starters.Select(starter => new Template(senderKey, starter.Code, TemplateState.Approved, starter.Details) { CreatedAt = now, ModifiedAt = now })];
}
