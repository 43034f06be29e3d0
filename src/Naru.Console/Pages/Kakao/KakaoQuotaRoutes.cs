using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Naru.Console.Access;
using Naru.Console.Pages.Parts;
using Naru.Core.Kakao;
using Naru.Engine.Kakao;

namespace Naru.Console.Pages.Kakao;

/// <summary>The quotas of an app, from the form on its page.</summary>
internal static class KakaoQuotaRoutes
{
    public static void MapKakaoQuotas(this IEndpointRouteBuilder app) => app.MapPost("/quotas", SaveAsync);

    private static async Task<IResult> SaveAsync(long app, HttpContext context, KakaoDirectory directory, RequestMeter meter, ILogger<KakaoDirectory> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (directory.FindApp(visitor.Workspace.Id, app) is not { } found)
        {
            return Answers.NotFound(visitor);
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        var faults = new FormFaults();
        int Read(string field) => faults.Number(field, form[field].ToString().Trim(), 0, QuotaLines.MostOf(field), visitor.Words.Kakao.WholeNumber);
        var quotas = new AppQuotas(
            Read("requests"), Read("profiles"), Read("messages"), Read("per-sender"), Read("per-receiver"), Read("per-pair"), Read("per-sender-monthly"), Read("shares"));
        return faults.Count > 0
            ? KakaoAppRoutes.Page(visitor, directory, meter, found, faults, new KakaoAppDrafts { Quotas = form })
            : await KakaoAppRoutes.ChangeAsync(visitor, directory, found, one => one with { Quotas = quotas }, "changed the quotas of", log, cancellationToken);
    }
}
