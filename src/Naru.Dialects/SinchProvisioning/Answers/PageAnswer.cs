using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Naru.Dialects.Sinch.Answers;
using Naru.Dialects.SinchProvisioning.Requests;

namespace Naru.Dialects.SinchProvisioning.Answers;

/// <summary>Lists of this API: <c>totalSize</c>, <c>pageSize</c>, the tokens of the pages before and after where there are any, and the items.</summary>
internal static class PageAnswer
{
    /// <param name="all">Of which the page is cut.</param>
    public static Task WriteAsync<T>(HttpContext context, PageAsked page, string member, IReadOnlyCollection<T> all, Action<Utf8JsonWriter, T> write) =>
        WriteAsync(context, page, member, [.. all.Skip(page.Skip).Take(page.Size)], all.Count, write);

    /// <param name="items">Of the page.</param>
    /// <param name="total">How many there are in all.</param>
    public static Task WriteAsync<T>(HttpContext context, PageAsked page, string member, IReadOnlyList<T> items, int total, Action<Utf8JsonWriter, T> write) =>
        SinchAnswer.WriteAsync(context, page, (json, asked) =>
        {
            json.WriteStartObject();
            json.WriteNumber("totalSize"u8, total);
            json.WriteNumber("pageSize"u8, asked.Size);
            if (asked.Skip > 0)
            {
                json.WriteString("previousPageToken"u8, asked.TokenAt(Math.Max(0, asked.Skip - asked.Size)));
            }

            if (asked.Skip + items.Count < total && items.Count > 0)
            {
                json.WriteString("nextPageToken"u8, asked.TokenAt(asked.Skip + items.Count));
            }

            json.WriteStartArray(member);
            foreach (var item in items)
            {
                write(json, item);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
}
