using Naru.Core.Content;
using Naru.Core.Templates;
using Naru.Engine.Ports;

namespace Naru.Carriers.Simulator;

/// <summary>
/// The mobile carrier: takes texts, longer ones as LMS. Korean carriers count EUC-KR bytes, two for a Hangul syllable, and stop at 2,000;
/// of a title at 40. It answers in the centre's numbers, and in the words for texts where the centre has none, so that one catalogue explains every result.
/// </summary>
internal static class MobileCarrier
{
    private static readonly IReadOnlyDictionary<string, string> NoVariables = new Dictionary<string, string>(StringComparer.Ordinal);

    public static Verdict Check(Handover handover, SmsContent content)
    {
        if (!handover.To.IsPhone)
        {
            return Verdict.Refused("1020");
        }

        if (string.IsNullOrWhiteSpace(content.Text))
        {
            return Verdict.Refused("3013");
        }

        var check = SmsText.Check(content.Text, content.Title);
        if (check.IsTooLong || check.IsTitleTooLong)
        {
            return Verdict.Refused("3014");
        }

        if (check.Unsendable.Count > 0)
        {
            return Verdict.Refused("SMS_UNSENDABLE_TEXT");
        }

        return new Verdict(null, new Card
        {
            Channel = Channel.Sms,
            Sender = handover.Step.Sender,
            ChannelName = handover.Step.Sender,
            DisplayName = handover.Step.Sender,
            TemplateCode = null,
            Emphasis = Emphasis.None,
            Title = content.Title,
            Subtitle = null,
            ImageUrl = null,
            Text = content.Text,
            Variables = NoVariables,
            Buttons = [],
            Reference = handover.Reference,
        });
    }
}
