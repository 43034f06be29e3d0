using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Naru.Console.Api;
using Naru.Core.Kakao;
using Naru.Engine.Kakao;
using Naru.Engine.Reference;

namespace Naru.Console.Testing;

/// <summary>Errors of the Kakao Developers door on demand: every code of the contract, for an app, a person or a path.</summary>
internal static class KakaoFaultRoutes
{
    private static readonly Operation s_order = new("Make calls of a Kakao app fail")
    {
        Details = "With any code of Kakao's table, HTTP status and members as Kakao answers them.",
        Parameters = [TestReference.Workspace],
        Body = Body.Of<KakaoFaultBody>(),
        Answers = [new Answer(204, "Ordered."), .. TestReference.CallerFaults, ApiReference.TooLarge],
        Security = TestReference.Callers,
        SecurityOptional = true,
    };

    public static void MapKakaoFaults(this IEndpointRouteBuilder routes) => routes.MapPut("/test/kakao/faults", OrderAsync).Describe(s_order);

    private static async Task<IResult> OrderAsync(HttpContext context, TestCaller caller, KakaoDirectory directory, ForcedFaults forced)
    {
        var workspace = await caller.WorkspaceAsync(context);
        var body = await BodyReader.ReadRequiredAsync(context.Request, ApiJson.Readable.KakaoFaultBody);
        if (directory.FindApp(workspace.Id, body.App) is null)
        {
            throw Bad("app", "is no app of this workspace");
        }

        if (KakaoFault.All.FirstOrDefault(one => one.Code == body.Code) is not { } fault)
        {
            throw Bad("code", "is no code of Kakao's table");
        }

        if (body.Calls is < 1 or > FaultRoutes.MostCalls)
        {
            throw Bad("calls", $"is from 1 to {FaultRoutes.MostCalls}");
        }

        if (body.Path is { } path && !path.StartsWith('/'))
        {
            throw Bad("path", "begins with /");
        }

        forced.Order(body.App, fault, body.Person, body.Path, body.Calls);
        return Results.NoContent();
    }

    private static ApiProblemException Bad(string parameter, string rule) => new(ApiProblem.Bad(parameter, $"'{parameter}' {rule}."));
}
