using System.Text.Json;
using Naru.Dialects.Sinch.Requests;

namespace Naru.Dialects.Sinch.Answers;

/// <summary>One page of a list, read with one item more than it shows: that one tells whether there is a next page.</summary>
internal readonly record struct Page<T>(IReadOnlyList<T> Read, int Size)
{
    public IEnumerable<T> Items => Read.Take(Size);

    /// <summary>Empty on the last page (contracts/sinch.md §3.1).</summary>
    /// <param name="id">Of an item: the next page begins after it.</param>
    public void WriteToken(Utf8JsonWriter json, string list, Func<T, string> id) =>
        json.WriteString("next_page_token"u8, Read.Count > Size ? PageToken.After(list, id(Read[Size - 1])) : "");
}
