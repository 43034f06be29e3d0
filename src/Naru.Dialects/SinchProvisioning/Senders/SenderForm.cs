using Naru.Core.Provisioning;
using Naru.Core.Senders;
using Naru.Dialects.Json;

namespace Naru.Dialects.SinchProvisioning.Senders;

/// <summary>The details of a sender as this API has them, with the category in three parts. Null = not said.</summary>
internal sealed record SenderForm(string? AdminPhone, string? Name, string? Logo, string? Top, string? Mid, string? Sub)
{
    public static readonly SenderForm Empty = new(null, null, null, null, null, null);

    private string Category => Top + Mid + Sub;

    public static SenderForm Of(SenderDetails details)
    {
        var code = details.CategoryCode ?? "";
        return new SenderForm(
            details.AdminPhone, details.Name.Length > 0 ? details.Name : null, details.LogoUrl,
            Part(code, 0, SenderCategories.TopDigits),
            Part(code, SenderCategories.TopDigits, SenderCategories.MidDigits),
            Part(code, SenderCategories.TopDigits + SenderCategories.MidDigits, SenderCategories.SubDigits));
    }

    /// <summary>What is missing. A draft may lack anything but the beginning of what it has of a category.</summary>
    public IEnumerable<ShapeFault> Faults(bool complete)
    {
        foreach (var (value, name, needed) in new[]
        {
            (AdminPhone, SenderMembers.AdminPhone, complete),
            (Name, SenderMembers.Name, complete),
            (Top, SenderMembers.Top, complete || Mid is not null || Sub is not null),
            (Mid, SenderMembers.Mid, complete || Sub is not null),
            (Sub, SenderMembers.Sub, complete),
        })
        {
            if (value is null && needed)
            {
                yield return new ShapeFault($"{SenderMembers.Details}.{name}", StrictJson.Missing);
            }
        }
    }

    /// <summary>A category that is named whole must be one.</summary>
    public bool HasWrongCategory => Sub is not null && !SenderCategories.Exists(Category);

    public SenderDetails ToDetails() => new(Name ?? "", AdminPhone, Logo, Category.Length > 0 ? Category : null);

    private static string? Part(string code, int at, int digits) => code.Length >= at + digits ? code.Substring(at, digits) : null;
}
