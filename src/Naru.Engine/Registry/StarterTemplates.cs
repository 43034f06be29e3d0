using Naru.Core.Content;
using Naru.Core.Templates;

namespace Naru.Engine.Registry;

/// <summary>The approved templates that the demo's and every disposable workspace's sender starts with.</summary>
public static class StarterTemplates
{
    public static IReadOnlyList<Template> For(string senderKey) =>
    [
        new Template(
            senderKey, "package_template", "배송 안내", "주문하신 상품 #{package_id}의 도착 예정일은 #{expected_delivery}입니다.", TemplateState.Approved),
        new Template(
            senderKey, "otp_template", "인증번호", "인증번호는 #{code} 입니다.", TemplateState.Approved, Security: true),
        new Template(
            senderKey, "delivery_card", "배송 출발",
            "#{name}님, 주문하신 상품이 출발했습니다.\n\n▶ 송장번호: #{package_id}\n▶ 도착 예정: #{expected_delivery}\n\n문 앞에 놓아 드릴게요.",
            TemplateState.Approved, Emphasis.Text, Title: "#{expected_delivery} 도착", Subtitle: "배송 안내",
            Buttons:
            [
                new Button(ButtonKind.WebLink, "배송 조회", "https://naru.example/t/#{package_id}", "https://naru.example/t/#{package_id}"),
                new Button(ButtonKind.BotKeyword, "배송지 변경"),
            ]),
    ];
}
