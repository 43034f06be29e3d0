using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Naru.Console.Access;

namespace Naru.Console.Pages;

internal static class Answers
{
    /// <summary>No such thing, or not yours: the answer is the same.</summary>
    public static RazorComponentResult<NotFoundPage> NotFound(Visitor visitor) =>
        new(new { Visitor = visitor }) { StatusCode = StatusCodes.Status404NotFound };
}
