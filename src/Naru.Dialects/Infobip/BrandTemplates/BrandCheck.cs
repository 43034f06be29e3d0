using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.BrandTemplates;

/// <summary>Judges what was read when it is known what it belongs to.</summary>
internal sealed class BrandCheck(ShapeFaults faults)
{
    public const int MaxLink = 500;

    public void Fault(string path, string text) => faults.Add(path, text);

    public bool Present(bool present, string path)
    {
        if (!present)
        {
            faults.Add(path, StrictJson.Missing);
        }

        return present;
    }

    public void Length(string? value, string path, int max)
    {
        if (value is not null && value != StrictJson.StandIn && (value.Length < 1 || value.Length > max))
        {
            faults.Add(path, $"size must be between 1 and {max}");
        }
    }

    public void Required(string? value, string path, int max)
    {
        if (Present(value is not null, path))
        {
            Length(value, path, max);
        }
    }

    /// <summary>Needed, and without a line break.</summary>
    public void Line(string? value, string path, int max)
    {
        Required(value, path, max);
        if (value?.AsSpan().IndexOfAny('\n', '\r') >= 0)
        {
            faults.Add(path, "must not contain line breaks");
        }
    }

    public void Url(string? value, string path, bool required = false)
    {
        if (required && !Present(value is not null, path))
        {
            return;
        }

        Length(value, path, MaxLink);
        if (value is { Length: > 0 and <= MaxLink } && value != StrictJson.StandIn
            && !value.StartsWith("https://", StringComparison.Ordinal) && !value.StartsWith("http://", StringComparison.Ordinal))
        {
            faults.Add(path, "must start with https:// or http://");
        }
    }
}
