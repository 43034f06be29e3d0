using Naru.Core.Content;

namespace Naru.Console.Text;

/// <summary>What a button does, in words, and where it leads.</summary>
public static class ButtonText
{
    public static string Kind(ButtonKind kind, HandsetWords words) => kind switch
    {
        ButtonKind.WebLink => words.WebLink,
        ButtonKind.AppLink => words.AppLink,
        ButtonKind.DeliveryTracking => words.DeliveryTracking,
        ButtonKind.BotKeyword => words.BotKeyword,
        ButtonKind.MessageForward => words.MessageForward,
        ButtonKind.ChatSwitch => words.ChatSwitch,
        ButtonKind.BotSwitch => words.BotSwitch,
        ButtonKind.AddChannel => words.AddChannel,
        ButtonKind.BusinessForm => words.BusinessForm,
        ButtonKind.SecureImage => words.SecureImage,
        ButtonKind.PersonalData => words.PersonalData,
        ButtonKind.OneClickPay => words.OneClickPay,
        ButtonKind.Call => words.Call,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such button."),
    };

    /// <summary>Its targets, each with the device that follows it, and what else only its kind has.</summary>
    public static IEnumerable<(string Device, string Target)> Targets(Button button, HandsetWords words)
    {
        (string Device, string? Target)[] all =
        [
            (words.OnMobile, button.LinkMobile),
            (words.OnPc, button.LinkPc),
            (words.OnAndroid, button.SchemeAndroid),
            (words.OnIos, button.SchemeIos),
            (words.Telephone, button.Extras?.Phone),
            (words.FormNumber, button.Extras?.FormId),
            (words.Plugin, button.Extras?.PluginId),
            (words.ChatData, button.ChatExtra),
            (words.ChatData, button.ChatEvent),
        ];
        return all.Where(line => !string.IsNullOrEmpty(line.Target)).Select(line => (line.Device, line.Target!));
    }
}
