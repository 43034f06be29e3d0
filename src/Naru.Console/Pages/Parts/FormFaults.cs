using System.Globalization;

namespace Naru.Console.Pages.Parts;

/// <summary>What is wrong with the fields of a form that was just sent: by the field's name, to be shown beside it.</summary>
public sealed class FormFaults
{
    private readonly Dictionary<string, string> _faults = new(StringComparer.Ordinal);

    public int Count => _faults.Count;

    /// <summary>The field whose fault was noted first: where the eye should go.</summary>
    public string? First { get; private set; }

    public string? Of(string field) => _faults.GetValueOrDefault(field);

    public void Add(string field, string fault)
    {
        First ??= field;
        _faults[field] = fault;
    }

    /// <summary>The text as a number within the bounds; else the fault is noted, and the answer means nothing.</summary>
    public int Number(string field, string text, int least, int most, Func<int, int, string> fault)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        {
            return value;
        }

        Add(field, fault(least, most));
        return least;
    }

    /// <summary>As <see cref="Number"/>; null for an empty text.</summary>
    public int? NumberOrNone(string field, string text, int least, int most, Func<int, int, string> fault) =>
        text.Length == 0 ? null : Number(field, text, least, most, fault);

    /// <summary>The value that the text names; else the fault is noted, and the answer means nothing.</summary>
    public T Choice<T>(string field, string text, string fault)
        where T : struct, Enum
    {
        if (Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value))
        {
            return value;
        }

        Add(field, fault);
        return default;
    }
}
