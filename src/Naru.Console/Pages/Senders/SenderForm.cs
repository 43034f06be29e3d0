using Microsoft.AspNetCore.Http;
using Naru.Console.Pages.Parts;
using Naru.Console.Parts;
using Naru.Console.Text;
using Naru.Core.Messages;
using Naru.Core.Senders;

namespace Naru.Console.Pages.Senders;

/// <summary>A sender's details as the form holds them; after a fault, what was sent. Bounds: contracts/sinch.md §6.</summary>
/// <param name="Channel">With or without its <c>@</c>; only where the sender is new.</param>
public sealed record SenderForm(string Channel, string Name, string Phone, string Large, string Medium, string Small, string Logo)
{
    public const int MaxChannel = 30;
    public const int MaxName = 512;
    public const int MaxPhone = 15;
    public const int MaxLogo = 2000;

    public static readonly SenderForm Empty = new("", "", "", "", "", "", "");

    public static SenderForm Of(Sender sender)
    {
        var (details, code) = (sender.Latest, sender.Latest.CategoryCode ?? "");
        return new SenderForm(
            sender.GivenName, details.Name, details.AdminPhone ?? "", Part(code, 0, 3), Part(code, 3, 4), Part(code, 7, 4), details.LogoUrl ?? "");
    }

    public static SenderForm Read(IFormCollection form)
    {
        return new SenderForm(Field("channel"), Field("name"), Field("phone"), Field("category-large"), Field("category-medium"), Field("category-small"), Field("logo"));

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
        var category = Category(submit, words, faults);
        if (Logo.Length > MaxLogo || (Logo.Length > 0 && !LinkedText.IsWeb(Logo)))
        {
            faults.Add("logo", words.LogoBad);
        }

        return new SenderDetails(Name, OrNone(Phone), OrNone(Logo), category);
    }

    /// <summary>A channel id stands in addresses and in the room list: what would break them is no part of one.</summary>
    public void CheckChannel(SenderWords words, FormFaults faults)
    {
        var name = Channel.TrimStart('@');
        if (name.Length == 0 || Channel.Length > MaxChannel || name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '/' or '?' or '#' or '@' or '\\' or '%'))
        {
            faults.Add("channel", words.ChannelBad(MaxChannel));
        }
    }

    private static string Part(string code, int start, int length) => code.Length <= start ? "" : code.Substring(start, Math.Min(length, code.Length - start));

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

    /// <summary>A draft may have the beginning of a category: large, or large and medium.</summary>
    private string? Category(bool submit, SenderWords words, FormFaults faults)
    {
        (string Field, string Text, int Digits)[] parts = [("category-large", Large, 3), ("category-medium", Medium, 4), ("category-small", Small, 4)];
        var isPartMissing = false;
        foreach (var (field, text, digits) in parts)
        {
            if (text.Length == 0 && !isPartMissing && submit)
            {
                faults.Add(field, words.CategoryNeeded);
            }
            else if (text.Length > 0 && (isPartMissing || text.Length != digits || !text.All(char.IsAsciiDigit)))
            {
                faults.Add(field, words.CategoryDigits(digits));
            }

            isPartMissing |= text.Length == 0;
        }

        return OrNone(Large + Medium + Small);
    }
}
