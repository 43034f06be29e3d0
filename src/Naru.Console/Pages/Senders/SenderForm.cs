using Microsoft.AspNetCore.Http;
using Naru.Console.Pages.Parts;
using Naru.Console.Parts;
using Naru.Console.Text;
using Naru.Core.Messages;
using Naru.Core.Provisioning;
using Naru.Core.Senders;

namespace Naru.Console.Pages.Senders;

/// <summary>A sender's details as the form holds them; after a fault, what was sent. Bounds: contracts/sinch.md §6.</summary>
/// <param name="Channel">With or without its <c>@</c>; only where the sender is new.</param>
public sealed record SenderForm(string Channel, string Name, string Phone, string Category, string Logo)
{
    public const int MaxChannel = 30;
    public const int MaxName = 512;
    public const int MaxPhone = 15;
    public const int MaxLogo = 2000;

    public static readonly SenderForm Empty = new("", "", "", "", "");

    public static SenderForm Of(Sender sender) => new(
        sender.GivenName, sender.Latest.Name, sender.Latest.AdminPhone ?? "", sender.Latest.CategoryCode ?? "", sender.Latest.LogoUrl ?? "");

    public static SenderForm Read(IFormCollection form)
    {
        return new SenderForm(Field("channel"), Field("name"), Field("phone"), Field("category"), Field("logo"));

        string Field(string name) => form[name].ToString().Trim();
    }

    /// <summary>The details that the form says. They mean something only where no fault was noted.</summary>
    /// <param name="submit">They are to be reviewed: nothing may be missing.</param>
    public SenderDetails Read(bool submit, SenderWords words, FormFaults faults)
    {
        if (Name.Length is 0 or > MaxName)
        {
            faults.Add("name", words.NameNeeded(MaxName));
        }

        CheckPhone(submit, words, faults);
        CheckCategory(submit, words, faults);
        if (Logo.Length > MaxLogo || (Logo.Length > 0 && !LinkedText.IsWeb(Logo)))
        {
            faults.Add("logo", words.LogoBad);
        }

        return new SenderDetails(Name, OrNone(Phone), OrNone(Logo), OrNone(Category));
    }

    /// <summary>A channel id stands in addresses and in the room list: what would break them is no part of one.</summary>
    public void CheckChannel(SenderWords words, FormFaults faults)
    {
        var name = Channel.StartsWith('@') ? Channel[1..] : Channel;
        if (name.Length == 0 || Channel.Length > MaxChannel || name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '/' or '?' or '#' or '@' or '\\' or '%'))
        {
            faults.Add("channel", words.ChannelBad(MaxChannel));
        }
    }

    private static string? OrNone(string text) => text.Length == 0 ? null : text;

    private void CheckPhone(bool submit, SenderWords words, FormFaults faults)
    {
        if (Phone.Length == 0)
        {
            if (submit)
            {
                faults.Add("phone", words.PhoneNeeded);
            }
        }
        else if (Phone.Length > MaxPhone || !Recipient.Parse(Phone).IsPhone)
        {
            faults.Add("phone", words.PhoneBad(MaxPhone));
        }
    }

    /// <summary>A draft may have the beginning of one: large, or large and medium.</summary>
    private void CheckCategory(bool submit, SenderWords words, FormFaults faults)
    {
        if (submit ? !SenderCategories.Exists(Category) : !IsBeginning(Category))
        {
            faults.Add("category", Category.Length == 0 ? words.CategoryNeeded : words.CategoryUnknown);
        }
    }

    private static bool IsBeginning(string code) =>
        code.Length == 0 || SenderCategories.Exists(code) || (code.Length is 3 or 7 && SenderCategories.All.Any(top => top.Code == code[..3]
            && (code.Length == 3 || top.Subcategories.Any(mid => mid.Code == code[3..]))));
}
