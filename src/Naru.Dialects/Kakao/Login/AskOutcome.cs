using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Naru.Core.Kakao;
using Naru.Dialects.Kakao.Errors;
using Naru.Dialects.Kakao.Outside;
using Naru.Engine.Kakao;

namespace Naru.Dialects.Kakao.Login;

/// <summary>
/// <c>GET /apiweb/code.json</c>: the page that opened a login window asks each second how it ended. Read from what the JavaScript SDK 1.40 and 2.x understand; always
/// 200, because they read nothing else.
/// </summary>
internal sealed class AskOutcome(KakaoDirectory directory, LoginOutcomes outcomes, KakaoDemo demo, OutsideCalls outside)
{
    /// <summary>The login goes on.</summary>
    private const string Pending = "300";

    /// <summary>It ended without a code. 1.x takes 500, 600 and 700 for an end; with 700 it leaves the page.</summary>
    private const string Failed = "500";

    public async Task HandleAsync(HttpContext context)
    {
        var query = context.Request.Query;
        context.Response.Headers.CacheControl = "no-store";
        if (directory.FindKey(query["client_id"].ToString()) is not var (app, kind) || kind == AppKeyKind.Admin)
        {
            await FailAsync(context, LoginFault.BadKey);
            return;
        }

        if (app.AnsweredBy == AnsweredBy.Kakao)
        {
            await outside.PassPollAsync(context);
            return;
        }

        var source = CallSource.Read(context.Connection.RemoteIpAddress, query["ka"]);
        if ((demo.Refuses(app, context) ?? CallerRule.CheckSource(app, source)) is { } refused)
        {
            await FailAsync(context, LoginFault.Misconfigured with { Description = refused.Message });
            return;
        }

        var transaction = query["auth_tran_id"].ToString() is { Length: > 0 } given ? given : query["state"].ToString();
        await (outcomes.Find(app.Id, transaction) switch
        {
            null => AnswerAsync(context, Pending, new LoginOutcome(null, "authorization_pending", "the login has not ended", null)),
            { Code: not null } ended => KakaoAnswer.OkAsync(context, ended, static (json, ended) =>
            {
                json.WriteStartObject();
                json.WriteString("status"u8, "ok"u8);
                json.WriteString("code"u8, ended.Code);
                WriteState(json, ended);
                json.WriteEndObject();
            }),
            var ended => AnswerAsync(context, Failed, ended),
        });
    }

    private static Task FailAsync(HttpContext context, LoginFault fault) => AnswerAsync(context, Failed, new LoginOutcome(null, fault.Error, $"{fault.Description} ({fault.Code})", null));

    private static Task AnswerAsync(HttpContext context, string code, LoginOutcome outcome) => KakaoAnswer.OkAsync(context, (code, outcome), static (json, given) =>
    {
        json.WriteStartObject();
        json.WriteString("status"u8, "error"u8);
        json.WriteString("error_code"u8, given.code);
        json.WriteString("error"u8, given.outcome.Error);
        json.WriteString("error_description"u8, given.outcome.Description);
        WriteState(json, given.outcome);
        json.WriteEndObject();
    });

    /// <summary>2.x passes on to the app what stands here, <c>state</c> with it.</summary>
    private static void WriteState(Utf8JsonWriter json, LoginOutcome outcome)
    {
        if (outcome.State is { } state)
        {
            json.WriteString("state"u8, state);
        }
    }
}
