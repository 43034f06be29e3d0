using Microsoft.AspNetCore.Http;

namespace Naru.Fakes.Kakao;

/// <summary>A form as the contract has it: nothing missing, nothing unknown, nothing in the query of a POST.</summary>
internal static class Strictly
{
    public static string? Check(IFormCollection form, IQueryCollection query, string[] required, params string[] optional)
    {
        if (query.Count > 0)
        {
            return $"'{query.Keys.First()}' stands in the query";
        }

        if (Array.Find(required, name => form[name].Count != 1 || form[name][0]!.Length == 0) is { } missing)
        {
            return $"The Parameter [{missing}] cannot be null.";
        }

        return form.Keys.FirstOrDefault(name => !required.Contains(name) && !optional.Contains(name)) is { } unknown ? $"'{unknown}' is not known" : null;
    }
}
