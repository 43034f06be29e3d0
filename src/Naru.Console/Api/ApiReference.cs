using Microsoft.AspNetCore.Mvc;
using Naru.Engine.Reference;

namespace Naru.Console.Api;

/// <summary>What the descriptions of these routes have in common.</summary>
internal static class ApiReference
{
    public static Answer Bad => Problem(400, "A parameter or the body cannot be used; `parameter` names the place.");

    public static Answer OffLoopback => Problem(403, "This is for this machine only.");

    public static Answer TooLarge => Problem(413, "The body is over 1 MB.");

    public static Answer Problem(int status, string description) => new(status, description, "application/problem+json", typeof(ProblemDetails));
}
