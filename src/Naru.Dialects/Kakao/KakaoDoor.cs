using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Naru.Core.Kakao;
using Naru.Dialects.Access;
using Naru.Dialects.Http;
using Naru.Dialects.Kakao.Errors;
using Naru.Dialects.Kakao.Fields;
using Naru.Dialects.Kakao.Outside;
using Naru.Engine.Kakao;

namespace Naru.Dialects.Kakao;

/// <summary>A call that was let in.</summary>
internal sealed record KakaoCall(HttpContext Context, KakaoCaller Caller, KakaoFields Fields)
{
    public CancellationToken Aborted => Context.RequestAborted;

    /// <summary>Of a call behind <see cref="KakaoDoor.OfUser"/>.</summary>
    public Person Person => Caller.Person ?? throw new InvalidOperationException("This operation lets in calls without a person.");

    public Connection Connection => Caller.Connection ?? throw new InvalidOperationException("This operation lets in people who are not connected.");
}

/// <summary>What stands before every operation of kapi, in this order: key or token, app, address and origin, the app's quota, the person's account.</summary>
internal sealed class KakaoDoor(
    KakaoDirectory directory, KakaoDemo demo, OutsideCalls outside, RequestMeter meter, ForcedFaults forced, ILogger<KakaoDoor> log)
{
    /// <summary>A person's own: with a token, or with an admin key and the person's id.</summary>
    public RequestDelegate OfUser(Func<KakaoCall, Task> handle) => Below(context => AdmitAsync(context, handle, TakesAdmin: true, TakesApp: false));

    /// <summary>A person's own, with a token only.</summary>
    public RequestDelegate OfToken(Func<KakaoCall, Task> handle) => Below(context => AdmitAsync(context, handle, TakesAdmin: false, TakesApp: false));

    /// <summary>The app's own, with one of its keys.</summary>
    public RequestDelegate OfApp(Func<KakaoCall, Task> handle) => Below(context => AdmitAsync(context, handle, TakesAdmin: true, TakesApp: true));

    public RequestDelegate Below(RequestDelegate handle) => SafetyNet.Below(
        async context =>
        {
            try
            {
                await handle(context);
            }
            catch (KakaoFaultException refused)
            {
                await KakaoAnswer.WriteAsync(context, refused.Fault);
            }
        },
        log,
        static (context, status) => KakaoAnswer.WriteAsync(context, KakaoErrorWriter.KakaoFaultOf(status)));

    public RequestDelegate Login(RequestDelegate handle) =>
        SafetyNet.Below(handle, log, static (context, status) => KakaoAnswer.WriteAsync(context, KakaoErrorWriter.LoginFaultOf(status)));

    /// <summary>What is not played here; an app that Kakao itself answers may have it.</summary>
    public RequestDelegate Unknown() => Below(async context =>
    {
        if (!await outside.TryAsync(context))
        {
            throw new KakaoFaultException(KakaoFault.Discontinued with { Status = StatusCodes.Status404NotFound, Message = "there is no such api." });
        }
    });

    private async Task AdmitAsync(HttpContext context, Func<KakaoCall, Task> handle, bool TakesAdmin, bool TakesApp)
    {
        if (await outside.TryAsync(context))
        {
            return;
        }

        var fields = await KakaoFields.ReadAsync(context);
        var caller = Identify(context, fields, TakesAdmin, TakesApp);
        if (demo.Refuses(caller.App, context) is { } elsewhere)
        {
            throw new KakaoFaultException(elsewhere);
        }

        if (forced.Take(caller.App.Id, caller.Person?.Id, context.Request.Path) is { } wanted)
        {
            throw new KakaoFaultException(wanted);
        }

        var source = CallSource.Read(context.Connection.RemoteIpAddress, context.Request.Headers["KA"]);
        if (CallerRule.CheckSource(caller.App, source) is { } refused)
        {
            throw new KakaoFaultException(refused);
        }

        if (!await meter.TakeAsync(caller.App, QuotaKind.Requests, context.RequestAborted))
        {
            throw new KakaoFaultException(KakaoFault.RequestQuota);
        }

        if (!TakesApp)
        {
            var person = caller.Person!;
            if (CallerRule.CheckPerson(caller.App, person, directory.Now) is { } account)
            {
                throw new KakaoFaultException(account);
            }

            if (caller.Connection is null)
            {
                throw new KakaoFaultException(KakaoFault.NotLinked);
            }
        }

        await handle(new KakaoCall(context, caller, fields));
    }

    private KakaoCaller Identify(HttpContext context, KakaoFields fields, bool takesAdmin, bool takesApp)
    {
        if (AuthorizationHeader.TryRead(context.Request, out var header) && header.Is("KakaoAK"))
        {
            return IdentifyKey(fields, header.Value, takesAdmin, takesApp);
        }

        // passport-kakao sends the token in the query and no header.
        var text = header.Scheme is not null && header.Is("Bearer") ? header.Value : fields.Text("access_token");
        if (text is null || takesApp)
        {
            throw new KakaoFaultException(text is null ? KakaoFault.NoToken : KakaoFault.InvalidAppKey);
        }

        if (CallerRule.CheckToken(directory, text, out var token) is { } refused)
        {
            throw new KakaoFaultException(refused);
        }

        // A token that Naru gave is nothing to Kakao, so none of them is good any more once Kakao itself answers.
        return directory.FindApp(token!.App) is { AnsweredBy: AnsweredBy.Naru } app && directory.FindPerson(token.Person) is { } person
            ? new KakaoCaller(app, token.IsNative ? AppKeyKind.Native : AppKeyKind.Rest, person, directory.FindConnection(app.Id, person.Id), token)
            : throw new KakaoFaultException(KakaoFault.NoToken);
    }

    private KakaoCaller IdentifyKey(KakaoFields fields, string key, bool takesAdmin, bool takesApp)
    {
        if (directory.FindKey(key) is not var (app, kind))
        {
            throw new KakaoFaultException(KakaoFault.InvalidAppKey);
        }

        if (takesApp)
        {
            return new KakaoCaller(app, kind, null, null, null);
        }

        if (kind != AppKeyKind.Admin || !takesAdmin)
        {
            throw new KakaoFaultException(KakaoFault.InvalidAppKey);
        }

        fields.Word("target_id_type", "user_id", "user_id");
        var id = long.TryParse(fields.Needed("target_id"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new KakaoFaultException(KakaoFault.OutOfRange("target_id", "It must be a user id."));
        return directory.FindPerson(id) is { } person && person.Workspace == app.Workspace
            ? new KakaoCaller(app, kind, person, directory.FindConnection(app.Id, id), null)
            : throw new KakaoFaultException(KakaoFault.NotLinked);
    }
}
