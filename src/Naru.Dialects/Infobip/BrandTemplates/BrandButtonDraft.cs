using System.Globalization;
using Naru.Core.Content;
using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.BrandTemplates;

/// <summary>A button of a Brand Message.</summary>
internal sealed class BrandButtonDraft
{
    private const int AnyLength = 64 * 1024;
    private const int MaxFormId = 99_999_999;

    private readonly BrandLinks _links = new();
    private ButtonKind? _kind;
    private bool _badKind;
    private string? _name;
    private int? _formId;

    public static List<BrandButtonDraft>? ReadAll(ref StrictJson json, string name)
    {
        if (!json.BeginArray(name))
        {
            return null;
        }

        var buttons = new List<BrandButtonDraft>();
        while (json.NextItem())
        {
            if (json.BeginItem())
            {
                buttons.Add(Read(ref json));
                json.End();
            }
        }

        json.End();
        return buttons;
    }

    /// <summary>
    /// How many, and in which order. A wide bubble has one or two and the form last; the others up to five, four beside a coupon, and the form first. A
    /// button to add the channel goes further out than the form (contracts/infobip.md §6).
    /// </summary>
    public static void Check(BrandCheck check, List<BrandButtonDraft>? buttons, string at, bool wide, bool hasCoupon)
    {
        if (buttons is null)
        {
            return;
        }

        var (least, most) = wide ? (1, 2) : (0, hasCoupon ? 4 : 5);
        if (buttons.Count < least || buttons.Count > most)
        {
            check.Fault(at, $"size must be between {least} and {most}");
        }

        for (var i = 0; i < buttons.Count; i++)
        {
            buttons[i].Check(check, $"{at}[{i}]", wide ? 8 : 14);
        }

        var form = buttons.FindIndex(button => button._kind == ButtonKind.BusinessForm);
        var addChannel = buttons.FindIndex(button => button._kind == ButtonKind.AddChannel);
        var outermost = wide ? buttons.Count - 1 : 0;
        var (name, place) = form >= 0 && addChannel >= 0 ? ("ADD_CHANNEL", addChannel) : ("BUSINESS_FORM", form);
        if (form >= 0 && place != outermost)
        {
            check.Fault(at, $"{name} must be the {(wide ? "last" : "first")} button");
        }
    }

    public Button ToButton() => new(_kind!.Value, _kind == ButtonKind.AddChannel ? "" : _name!, _links.Mobile, _links.Pc, _links.Android, _links.Ios)
    {
        Extras = _kind == ButtonKind.BusinessForm ? new ButtonExtras(FormId: _formId!.Value.ToString(CultureInfo.InvariantCulture)) : null,
    };

    private static BrandButtonDraft Read(ref StrictJson json)
    {
        var button = new BrandButtonDraft();
        while (json.NextMember())
        {
            if (json.Is("type"u8))
            {
                var before = json.Faults.Count;
                button._kind = json.Choice("type", BrandWords.Buttons);
                button._badKind = json.Faults.Count > before;
                button._kind = button._badKind ? null : button._kind;
            }
            else if (json.Is("name"u8))
            {
                button._name = json.String("name", AnyLength);
            }
            else if (json.Is("businessFormId"u8))
            {
                button._formId = json.Int32("businessFormId", 0, MaxFormId);
            }
            else if (!button._links.Read(ref json))
            {
                json.SkipMember();
            }
        }

        return button;
    }

    private void Check(BrandCheck check, string at, int maxName)
    {
        if (_badKind || !check.Present(_kind is not null, at + ".type"))
        {
            return;
        }

        if (_kind != ButtonKind.AddChannel)
        {
            check.Required(_name, at + ".name", _kind == ButtonKind.BusinessForm ? 14 : maxName);
        }

        _links.Check(check, at);
        if (_kind == ButtonKind.BusinessForm)
        {
            check.Present(_formId is not null, at + ".businessFormId");
        }
        else if (_kind == ButtonKind.AppLink && new[] { _links.Android, _links.Ios, _links.Mobile }.Count(link => link is { Length: > 0 }) < 2)
        {
            check.Fault(at, "two of schemeAndroid, schemeIos and urlMobile are needed");
        }
    }
}
