using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Naru.Core.Kakao;
using Naru.Dialects.Access;
using Naru.Dialects.Http;
using Naru.Dialects.Kakao.Errors;
using Naru.Dialects.Kakao.Fields;
using Naru.Engine.Kakao;
using Naru.Engine.Kakao.Outside;

namespace Naru.Dialects.Kakao.Outside;

/// <summary>
/// Calls of apps that Kakao itself answers, told by their key or by a token that Naru did not give. They go out with the caller's own credential and body, and
/// status, headers and bytes of the answer come back as they are. Quotas, people and consents are Kakao's; only the app's list of callers is asked here.
/// </summary>
internal sealed class OutsideCalls(KakaoDirectory directory, TokenOwners owners, KakaoPassage passage, KakaoWire wire, KakaoHosts hosts, KakaoDemo demo)
{
    /// <summary>An image of 5 MB with what is around it.</summary>
    private const int MaxBody = 8 * 1024 * 1024;

    /// <summary>True: it was Kakao's to answer, and was.</summary>
    public async Task<bool> TryAsync(HttpContext context)
    {
        var request = context.Request;
        if (AuthorizationHeader.TryRead(request, out var header) && header.Is("KakaoAK"))
        {
            if (directory.FindKey(header.Value) is not var (app, _) || app.AnsweredBy != AnsweredBy.Kakao)
            {
                return false;
            }

            var target = long.TryParse(request.Query["target_id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
            await PassAsync(context, app, target, null);
            return true;
        }

        var token = header.Scheme is not null && header.Is("Bearer") ? header.Value : request.Query["access_token"].ToString();
        if (!directory.HasOutside || token.Length is 0 or > CallerRule.MaxToken || directory.FindToken(token) is not null)
        {
            return false;
        }

        var owner = await owners.FindAsync(token);
        if (owner.Refusal is { } refusal)
        {
            await WriteAsync(context, refusal);
            return true;
        }

        if (owner.App is null)
        {
            return false;
        }

        await PassAsync(context, owner.App, owner.Person, token);
        return true;
    }

    /// <summary>A request for tokens, whose form was read already.</summary>
    public async Task PassTokenAsync(HttpContext context, DevelopersApp app, ReadOnlyMemory<byte> form) =>
        await WriteLoginAsync(context, await passage.PassAsync(app, 0, Call(context.Request, hosts.Kauth, form), context.RequestAborted));

    /// <summary>A page's question how a login ended. It comes each second and changes nothing, so it is not written down among the app's calls.</summary>
    public async Task PassPollAsync(HttpContext context) => await WriteLoginAsync(context, await wire.SendAsync(Call(context.Request, hosts.Kauth, ReadOnlyMemory<byte>.Empty)));

    private async Task PassAsync(HttpContext context, DevelopersApp app, long person, string? token)
    {
        if ((demo.Refuses(app, context) ?? CallerRule.CheckSource(app, new CallSource(context.Connection.RemoteIpAddress, null, null))) is { } refused)
        {
            throw new KakaoFaultException(refused);
        }

        using var body = await RequestBody.ReadAsync(context.Request, MaxBody, context.RequestAborted) ?? throw new KakaoFaultException(KakaoFault.ImageTooLarge);
        var answer = await passage.PassAsync(app, person, Call(context.Request, hosts.Kapi, body.Span.ToArray()), context.RequestAborted);
        if (token is not null && answer.Status == StatusCodes.Status401Unauthorized)
        {
            owners.Forget(token);
        }

        await WriteAsync(context, answer);
    }

    private static WireCall Call(HttpRequest request, Uri host, ReadOnlyMemory<byte> body) => new(
        request.Method,
        new Uri(host, request.Path + request.QueryString),
        [.. request.Headers.Where(header => PassedHeaders.GoOut(header.Key)).Select(header => (header.Key, Texts(header.Value)))],
        request.ContentType,
        body);

    private static string[] Texts(StringValues values) => [.. values.OfType<string>()];

    private static Task WriteAsync(HttpContext context, WireAnswer answer) =>
        answer.Outcome == PassOutcome.Answered ? CopyAsync(context, answer) : KakaoAnswer.WriteAsync(context, FaultOf(answer));

    private static Task WriteLoginAsync(HttpContext context, WireAnswer answer) =>
        answer.Outcome == PassOutcome.Answered ? CopyAsync(context, answer) : KakaoAnswer.WriteAsync(context, LoginFault.Trouble with { Description = FaultOf(answer).Message });

    /// <summary>Maintenance is what a client may try again; of what may have been done it is told that nobody knows.</summary>
    private static KakaoFault FaultOf(WireAnswer answer) => answer.Outcome == PassOutcome.NotSent
        ? KakaoFault.Maintenance with { Message = $"Kakao was not reached, nothing was done: {answer.Fault}." }
        : KakaoFault.TimedOut with { Message = $"Kakao did not answer, and it is not known whether the request was done: {answer.Fault}." };

    private static async Task CopyAsync(HttpContext context, WireAnswer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, values) in answer.Headers.Where(header => PassedHeaders.ComeBack(header.Name)))
        {
            response.Headers[name] = values;
        }

        if (answer.Body.Length > 0)
        {
            response.ContentLength = answer.Body.Length;
            await response.Body.WriteAsync(answer.Body, context.RequestAborted);
        }
    }
}
