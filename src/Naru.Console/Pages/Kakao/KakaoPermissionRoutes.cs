using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Naru.Console.Access;
using Naru.Console.Pages.Parts;
using Naru.Core.Kakao;
using Naru.Engine.Kakao;

namespace Naru.Console.Pages.Kakao;

/// <summary>The developers ask for permission, the reviewer answers: here both are the operator.</summary>
internal static class KakaoPermissionRoutes
{
    /// <summary>Of the form: what is wrong with the choice of permissions.</summary>
    public const string Choice = "permission";

    /// <summary>Characters of what the developers write.</summary>
    public const int MaxNote = 2000;

    public static void MapKakaoPermissions(this IEndpointRouteBuilder app) => app.MapPost("/permissions", PermitAsync);

    private static async Task<IResult> PermitAsync(long app, HttpContext context, KakaoDirectory directory, RequestMeter meter, ILogger<KakaoDirectory> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (directory.FindApp(visitor.Workspace.Id, app) is not { } found)
        {
            return Answers.NotFound(visitor);
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        Permission? wanted = form["step"].ToString() switch
        {
            "request" => Permission.Requested,
            "grant" => Permission.Granted,
            "refuse" => Permission.Refused,
            "withdraw" => Permission.Team,
            _ => null,
        };
        if (wanted is not { } step)
        {
            return Answers.NotFound(visitor);
        }

        var note = form["note"].ToString().Trim();
        var draft = new PermissionDraft(form["friends"] == "on", form["messaging"] == "on", note[..Math.Min(note.Length, MaxNote)]);
        if (draft is { Friends: false, Messaging: false })
        {
            var faults = new FormFaults();
            faults.Add(Choice, visitor.Words.Kakao.PermissionNeeded);
            return KakaoAppRoutes.Page(visitor, directory, meter, found, faults, new KakaoAppDrafts { Permissions = draft });
        }

        return await KakaoAppRoutes.ChangeAsync(
            visitor,
            directory,
            found,
            one => one with
            {
                Friends = draft.Friends ? step : one.Friends,
                Messaging = draft.Messaging ? step : one.Messaging,
                PermissionNote = step == Permission.Requested ? draft.Note : one.PermissionNote,
            },
            "changed the permissions of",
            log,
            cancellationToken);
    }
}
