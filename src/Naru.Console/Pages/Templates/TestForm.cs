using Microsoft.AspNetCore.Http;

namespace Naru.Console.Pages.Templates;

/// <summary>To whom a test goes, and with what its variables are filled.</summary>
public sealed record TestForm(string To, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Where what was to be sent leaves the template; null where that is not why nothing was sent.</summary>
    public RefusedText? Refused { get; init; }

    public static readonly TestForm Empty = new("", new Dictionary<string, string>(StringComparer.Ordinal));

    public static TestForm Read(IFormCollection form) => new(form["to"].ToString().Trim(), TemplateFormReader.ReadValues(form));
}
