using System.Text.RegularExpressions;
using Naru.Core.Content;

namespace Naru.Core.Templates.Linting;

/// <summary>A DS button finds courier and number in the text (rules §1.3).</summary>
internal static class DeliveryRules
{
    private static readonly LintRule NoCourier = new(
        "delivery-without-courier", Severity.Warning, new("배송 조회 버튼이 있으면 본문에 택배사가 있어야 합니다.", "A text with a DS button names the courier."), "rules §1.3");

    private static readonly LintRule NoNumber = new(
        "delivery-without-number", Severity.Warning, new("배송 조회 버튼이 있으면 본문에 송장 번호가 있어야 합니다.", "A text with a DS button holds the waybill's number."), "rules §1.3");

    private static readonly LintRule Buttonless = new(
        "delivery-without-button", Severity.Hint, new("CJ대한통운의 번호이면 배송 조회 버튼 없이 전달됩니다.", "With a number of CJ대한통운 the message comes without the button."), "rules §1.3");

    public static readonly LintRule[] All = [NoCourier, NoNumber, Buttonless];

    private static readonly Regex s_courier = Phrases.Regex(@"택배|배송\s*(사|업체|회사)|운송\s*(사|업체|회사)|물류|courier|carrier|deliver|shipper|logis");

    private static readonly Regex s_number = Phrases.Regex(@"송장|운송장|등기|배송\s*번호|택배\s*번호|추적|waybill|track|invoice|shipment|parcel");

    public static void Check(LintRun run)
    {
        if (!run.Template.Buttons.Any(button => button.Kind == ButtonKind.DeliveryTracking))
        {
            return;
        }

        var text = run.Text;
        var named = Couriers.Named(text.Masked);
        if (named is null && !text.Variables.Any(variable => s_courier.IsMatch(variable.Name)))
        {
            run.Add(
                NoCourier, "text", new("본문에 택배사 이름이나 그 변수가 없어 배송 조회 버튼이 작동하지 않습니다.", "The text has no courier and no variable for one: the button cannot work."),
                new("'택배사: #{택배사명}' 을 본문에 넣으십시오.", "Add '택배사: #{택배사명}'."));
        }

        if (!Couriers.IsTrackable(text.Text) && !text.Variables.Any(variable => s_number.IsMatch(variable.Name)))
        {
            run.Add(
                NoNumber, "text", new("본문에 송장 번호나 그 변수가 없어 배송 조회 버튼이 작동하지 않습니다.", "The text has no waybill number and no variable for one: the button cannot work."),
                new("'송장 번호: #{송장번호}' 를 본문에 넣으십시오.", "Add '송장 번호: #{송장번호}'."));
        }

        if (string.Equals(named, Couriers.WithoutButton, StringComparison.Ordinal))
        {
            run.Add(
                Buttonless, "text", new("CJ대한통운 송장이면 카카오톡이 버튼을 빼고 전달합니다.", "For CJ대한통운 KakaoTalk leaves the button out."),
                new("배송 조회 페이지로 가는 웹 링크 버튼을 두십시오.", "Use a web link to the courier's page."));
        }
    }
}
