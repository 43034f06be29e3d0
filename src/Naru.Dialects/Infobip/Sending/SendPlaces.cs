namespace Naru.Dialects.Infobip.Sending;

/// <summary>Where things stand in a request: members of a message, as paths.</summary>
/// <param name="HasMessages">False where the request itself is the one message.</param>
/// <param name="Sender">What names the sender of the first step.</param>
/// <param name="Recipient">In an item of <c>destinations</c>.</param>
/// <param name="Content">The object that holds an AlimTalk.</param>
/// <param name="Webhooks">The object that asks for reports, with its dot.</param>
/// <param name="Text">Of a text that is the first step.</param>
/// <param name="NextText">Of a text behind another step.</param>
internal sealed record SendPlaces(
    bool HasMessages, string Sender, string Recipient, string Content, string Window, string Webhooks, TextPlaces Text, TextPlaces NextText)
{
    private const string V3Title = "regional.southKorea.title";

    /// <summary>Of <c>/kakao-alim/1</c> and <c>/sms/3</c>.</summary>
    public static readonly SendPlaces Messages = new(
        true, "sender", "to", "content", "options.deliveryTimeWindow", "webhooks.delivery.",
        new TextPlaces("content.text", "options." + V3Title, "sender"),
        new TextPlaces("options.smsFailover.text", "options.smsFailover." + V3Title, "options.smsFailover.sender"));

    /// <summary>Of <c>/sms/2</c>.</summary>
    public static readonly SendPlaces Texts = Messages with
    {
        Sender = "from",
        Window = "deliveryTimeWindow",
        Webhooks = "",
        Text = new TextPlaces("text", V3Title, "from"),
    };

    /// <summary>Of <c>/omni/1</c>: senders stand in the scenario.</summary>
    public static readonly SendPlaces Omni = new(
        false, "scenarioKey", "to.phoneNumber", "kakaoAlim", "deliveryTimeWindow", "",
        new TextPlaces("sms.text", "sms.regional.korea.title", "scenarioKey"), new TextPlaces("sms.text", "sms.regional.korea.title", "scenarioKey"));

    /// <param name="path">Within the message; empty: the message itself.</param>
    public string At(int message, string path) => !HasMessages ? path : path.Length == 0 ? $"messages[{message}]" : $"messages[{message}].{path}";

    /// <summary>The same place of any message.</summary>
    public string InAny(string path) => HasMessages ? "messages[]." + path : path;
}

/// <summary>Where a text, its title and its sender stand.</summary>
internal sealed record TextPlaces(string Text, string Title, string Sender);
