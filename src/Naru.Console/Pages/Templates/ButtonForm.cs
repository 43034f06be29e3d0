using Microsoft.AspNetCore.Http;
using Naru.Core.Content;

namespace Naru.Console.Pages.Templates;

/// <summary>A button or quick reply as the form holds it. What its kind has no use for is kept, so that a change of the kind can be taken back.</summary>
public sealed record ButtonForm(
    string Kind, string Name, string LinkMobile = "", string LinkPc = "", string SchemeAndroid = "", string SchemeIos = "", bool Outside = false,
    string ChatExtra = "", string ChatEvent = "", string PluginId = "", string RelayId = "", string OneClickId = "", string ProductId = "", string FormId = "", string Phone = "")
{
    /// <summary>What <see cref="Outside"/> is on the wire: the link opens outside KakaoTalk.</summary>
    public const string OutsideTarget = "out";

    public ButtonKind KindValue => Enum.TryParse<ButtonKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : ButtonKind.WebLink;

    public static ButtonForm New(ButtonKind kind) => new(kind.ToString(), ButtonShape.Of(kind).Names is [var name, ..] ? name : "");

    public static ButtonForm Of(Button button) => new(
        button.Kind.ToString(), button.Name, button.LinkMobile ?? "", button.LinkPc ?? "", button.SchemeAndroid ?? "", button.SchemeIos ?? "",
        button.Target == OutsideTarget, button.ChatExtra ?? "", button.ChatEvent ?? "", button.Extras?.PluginId ?? "", button.Extras?.RelayId ?? "",
        button.Extras?.OneClickId ?? "", button.Extras?.ProductId ?? "", button.Extras?.FormId ?? "", button.Extras?.Phone ?? "");

    /// <summary>The button at this place of the form; null where there is none.</summary>
    /// <param name="at">Such as <c>buttons[0]</c>.</param>
    public static ButtonForm? Read(IFormCollection form, string at)
    {
        return form.ContainsKey(at + ".kind")
            ? new ButtonForm(
                Field("kind"), Field("name"), Field("linkMobile"), Field("linkPc"), Field("schemeAndroid"), Field("schemeIos"), Field("target") == OutsideTarget,
                Field("chatExtra"), Field("chatEvent"), Field("extras.pluginId"), Field("extras.relayId"), Field("extras.oneClickId"), Field("extras.productId"),
                Field("extras.formId"), Field("extras.phone"))
            : null;

        string Field(string name) => form[$"{at}.{name}"].ToString();
    }

    /// <summary>The text of a member, by its name in the form.</summary>
    public string Text(string member) => member switch
    {
        "linkMobile" => LinkMobile,
        "linkPc" => LinkPc,
        "schemeAndroid" => SchemeAndroid,
        "schemeIos" => SchemeIos,
        "chatExtra" => ChatExtra,
        "chatEvent" => ChatEvent,
        "extras.pluginId" => PluginId,
        "extras.relayId" => RelayId,
        "extras.oneClickId" => OneClickId,
        "extras.productId" => ProductId,
        "extras.formId" => FormId,
        "extras.phone" => Phone,
        _ => throw new ArgumentOutOfRangeException(nameof(member), member, "No such member."),
    };

    public Button ToButton()
    {
        var kind = KindValue;
        var shape = ButtonShape.Of(kind);
        var extras = new ButtonExtras(
            Of("extras.pluginId"), Of("extras.relayId"), Of("extras.oneClickId"), Of("extras.productId"), Of("extras.formId"), Of("extras.phone"));
        return new Button(
            kind, Name.Trim(), Of("linkMobile"), Of("linkPc"), Of("schemeAndroid"), Of("schemeIos"), shape.CanOpenOutside && Outside ? OutsideTarget : null,
            Of("chatExtra"), Of("chatEvent"))
        {
            Extras = extras == new ButtonExtras() ? null : extras,
        };

        string? Of(string member) => shape.Members.Contains(member, StringComparer.Ordinal) && Text(member).Trim() is { Length: > 0 } text ? text : null;
    }
}
