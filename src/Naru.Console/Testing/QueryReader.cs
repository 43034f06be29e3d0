using System.Globalization;
using Microsoft.AspNetCore.Http;
using Naru.Console.Api;
using Naru.Core.Messages;

namespace Naru.Console.Testing;

/// <summary>Reads a query strictly: a misspelt parameter that is passed over would make a test wait for the wrong thing.</summary>
internal sealed class QueryReader
{
    private readonly IQueryCollection _query;

    public QueryReader(HttpRequest request, params string[] known)
    {
        _query = request.Query;
        foreach (var (name, values) in _query)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                throw new ApiProblemException(ApiProblem.Bad(name, $"There is no parameter '{name}' here; there are: {string.Join(", ", known)}."));
            }

            if (values.Count != 1 || string.IsNullOrEmpty(values[0]))
            {
                // An empty one is a variable that was not filled: "?to=" must not empty every phone.
                throw new ApiProblemException(ApiProblem.Bad(name, $"'{name}' is given once and not empty."));
            }
        }
    }

    public string? Text(string name) => _query.TryGetValue(name, out var values) ? values[0] : null;

    public long Number(string name, long fallback, long least, long most)
    {
        if (Text(name) is not { } text)
        {
            return fallback;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new ApiProblemException(ApiProblem.Bad(name, $"'{name}' is a whole number from {least} to {most}."));
    }

    public Recipient? Phone(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        // In a query a bare + is a space: "?to=+8210…" is meant well.
        var phone = Recipient.Parse(text.Trim());
        return phone.IsPhone ? phone : throw new ApiProblemException(ApiProblem.Bad(name, $"'{name}' is a phone number such as 821012345678."));
    }

    public TimeSpan Length(string name, TimeSpan longest) => Text(name) is { } text ? Duration.Read(text, name, longest) : TimeSpan.Zero;
}
