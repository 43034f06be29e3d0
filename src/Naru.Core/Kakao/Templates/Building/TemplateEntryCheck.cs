using System.Globalization;

namespace Naru.Core.Kakao.Templates.Building;

/// <summary>
/// Checks a form field by field, so that each fault can be said where it is. A <c>${KEY}</c> counts nothing of a length and stands for any number: what it is filled with is
/// looked at when it is filled.
/// </summary>
public static class TemplateEntryCheck
{
    /// <summary>In the order of the form; none: the template that is written of it is one.</summary>
    public static IReadOnlyList<EntryFault> FaultsOf(TemplateEntry entry)
    {
        var faults = new List<EntryFault>();
        foreach (var group in TemplateGroups.Of(entry.Shape).Where(group => group.Needed || entry.IsWritten(group)))
        {
            foreach (var field in group.Fields)
            {
                if (KindOf(field, entry[group.PathOf(field)]) is { } kind)
                {
                    faults.Add(new EntryFault(group.PathOf(field), field, kind));
                }
            }

            if (group.Kind == GroupKind.Content && Value("title").Length + Value("description").Length + Value("image_url").Length == 0)
            {
                faults.Add(new EntryFault($"{group.Place}.title", group.Fields[0], EntryFaultKind.NoContent));
            }

            if (group.Kind == GroupKind.Commerce && Value("discount_rate").Length > 0 && Value("fixed_discount_price").Length > 0)
            {
                faults.Add(new EntryFault("commerce.fixed_discount_price", group.Fields.Single(field => field.Name == "fixed_discount_price"), EntryFaultKind.TwoDiscounts));
            }

            string Value(string name) => entry[$"{group.Place}.{name}"];
        }

        return faults;
    }

    /// <summary>What counts of a text before it is filled, in code points.</summary>
    public static int LengthOf(string text) => TemplateArguments.Without(text).EnumerateRunes().Count();

    /// <summary>Null where it is none, or none that a template may have.</summary>
    internal static int? Number(TemplateField field, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= field.Least && number <= field.Most ? number : null;

    private static EntryFaultKind? KindOf(TemplateField field, string text) => field.Kind switch
    {
        _ when text.Length == 0 => field.Needed ? field.Kind switch
        {
            FieldKind.Number => EntryFaultKind.NoNumber,
            FieldKind.Choice => EntryFaultKind.NoChoice,
            _ => EntryFaultKind.Missing,
        }
        : null,
        FieldKind.Number => Number(field, text) is null && !StandsForNumber(text) ? EntryFaultKind.NoNumber : null,
        FieldKind.Choice => field.Choices.Contains(text) ? null : EntryFaultKind.NoChoice,
        _ => field.MostCharacters > 0 && LengthOf(text) > field.MostCharacters ? EntryFaultKind.TooLong : null,
    };

    private static bool StandsForNumber(string text) => TemplateArguments.Without(text) is var rest && rest.Length < text.Length && rest.All(char.IsAsciiDigit);
}

/// <param name="Path">Of the field at which it is said.</param>
public sealed record EntryFault(string Path, TemplateField Field, EntryFaultKind Kind);

public enum EntryFaultKind : byte
{
    Missing = 1,
    TooLong = 2,
    NoNumber = 3,
    NoChoice = 4,

    /// <summary>A content has one of title, description and picture.</summary>
    NoContent = 5,

    /// <summary>A rate and a fixed discount exclude each other.</summary>
    TwoDiscounts = 6,
}
