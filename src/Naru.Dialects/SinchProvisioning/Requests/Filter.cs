using Microsoft.AspNetCore.Http;
using Naru.Dialects.SinchProvisioning.Errors;

namespace Naru.Dialects.SinchProvisioning.Requests;

/// <summary>A list of words in a query: repeated, with commas between, or both; <c>name[]</c> is read too.</summary>
internal static class Filter
{
    /// <summary>The words, none where nothing is asked; or what is answered instead.</summary>
    public static (IReadOnlyList<string> Words, ProvisioningError? Error) Read(HttpContext context, string name, IReadOnlyList<string> known, ProvisioningError otherwise)
    {
        var query = context.Request.Query;
        var words = query[name].Concat(query[name + "[]"])
            .SelectMany(static value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Distinct(StringComparer.Ordinal).ToList();
        return words.TrueForAll(word => known.Contains(word, StringComparer.Ordinal)) ? (words, null) : ([], otherwise.With(ErrorAnswer.SupportedCodes, known));
    }
}
