using Microsoft.AspNetCore.Http;

namespace Naru.Dialects.Sinch.Apps;

/// <summary>The app in a path.</summary>
internal static class AppId
{
    public const string Parameter = "app_id";

    public static string Of(HttpContext context) => context.Request.RouteValues[Parameter] as string ?? "";
}
