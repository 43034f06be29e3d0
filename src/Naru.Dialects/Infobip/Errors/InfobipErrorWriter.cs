using Microsoft.AspNetCore.Http;
using Naru.Engine.Ports;

namespace Naru.Dialects.Infobip.Errors;

/// <summary>Errors on Infobip's paths that are made before its operations are reached.</summary>
internal sealed class InfobipErrorWriter : IFrontDoorErrorWriter
{
    private static readonly PathString[] s_older = ["/auth/1", "/sms/1", "/sms/2", "/provisioning/1"];

    public bool Serves(PathString path) => FamilyOf(path) is not null;

    public Task WriteAsync(HttpContext context, int status) => FaultAnswer.WriteAsync(
        context,
        FamilyOf(context.Request.Path) ?? ErrorFamily.Newer,
        status switch
        {
            StatusCodes.Status429TooManyRequests => InfobipFault.TooManyRequests,
            StatusCodes.Status500InternalServerError => InfobipFault.ServerError,
            StatusCodes.Status503ServiceUnavailable => InfobipFault.Unavailable,
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No such error is ordered."),
        });

    private static ErrorFamily? FamilyOf(PathString path)
    {
        if (path.StartsWithSegments("/auth/1/oauth2", StringComparison.OrdinalIgnoreCase))
        {
            return ErrorFamily.OAuth;
        }

        foreach (var older in s_older)
        {
            if (path.StartsWithSegments(older, StringComparison.OrdinalIgnoreCase))
            {
                return ErrorFamily.Older;
            }
        }

        return path.Value?.StartsWith("/kakao-", StringComparison.OrdinalIgnoreCase) == true || path.StartsWithSegments("/sms", StringComparison.OrdinalIgnoreCase) ? ErrorFamily.Newer : null;
    }
}
