using Microsoft.AspNetCore.Http;
using Naru.Core.Provisioning;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch;
using Naru.Dialects.SinchProvisioning.Requests;
using Naru.Engine.Provisioning;

namespace Naru.Dialects.SinchProvisioning.Senders;

/// <summary><c>/register</c> sends a code to the administrator's phone, <c>/verify</c> takes it.</summary>
internal sealed class SenderVerification(SenderDesk desk)
{
    private const string Code = "code";

    public async Task RegisterAsync(HttpContext context, SinchCaller caller)
    {
        var step = await desk.RegisterAsync(caller.Workspace.Id, SenderEndpoints.NameOf(context), Actors.Of(caller), context.RequestAborted);
        await SenderEndpoints.AnswerAsync(context, step);
    }

    public async Task VerifyAsync(HttpContext context, SinchCaller caller)
    {
        if (await ProvisioningBody.ReadAsync(context, Read) is not { } given)
        {
            return;
        }

        var step = await desk.VerifyAsync(caller.Workspace.Id, SenderEndpoints.NameOf(context), given.Code, Actors.Of(caller), context.RequestAborted);
        await SenderEndpoints.AnswerAsync(context, step);
    }

    /// <summary>The vendor's description says a number, its guide a text (contracts/sinch.md §6). A number has lost the zeros in front.</summary>
    private static GivenCode Read(ref StrictJson json)
    {
        string? code = null;
        while (json.NextMember())
        {
            if (json.Is("code"u8))
            {
                code = json.StringOrNumber(Code, VerificationCode.Digits, min: 1);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(code is not null, Code);
        if (code is not null && code != StrictJson.StandIn && !code.All(char.IsAsciiDigit))
        {
            json.Fault(Code, $"must be {VerificationCode.Digits} digits");
        }

        return new GivenCode((code ?? "").PadLeft(VerificationCode.Digits, '0'));
    }

    private sealed record GivenCode(string Code);
}
