using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;
using Naru.Dialects.Kakao.Errors;
using Naru.Dialects.Kakao.Fields;
using Naru.Engine.Kakao;

namespace Naru.Dialects.Kakao.Talk;

/// <summary>The Messaging API: to oneself and to friends, each with a template object, a custom template or a page (contracts/kakao-developers.md §4).</summary>
internal sealed class MessageOperations(TalkComposer composer, TalkDesk desk)
{
    private const string FriendsType = "TALK_MESSAGE_SEND";

    public Task MemoDefaultAsync(KakaoCall call) => MemoAsync(call, "TALK_MEMO_DEFAULT_SEND", FromObjectAsync);

    public Task MemoScrapAsync(KakaoCall call) => MemoAsync(call, "TALK_MEMO_SCRAP_SEND", FromPageAsync);

    public Task MemoCustomAsync(KakaoCall call) => MemoAsync(call, "TALK_MEMO_SEND", FromCustomAsync);

    public Task FriendsDefaultAsync(KakaoCall call) => FriendsAsync(call, FromObjectAsync);

    public Task FriendsScrapAsync(KakaoCall call) => FriendsAsync(call, FromPageAsync);

    public Task FriendsCustomAsync(KakaoCall call) => FriendsAsync(call, FromCustomAsync);

    private async Task MemoAsync(KakaoCall call, string apiType, Func<KakaoCall, ValueTask<ComposedTalk>> compose)
    {
        Check(call, apiType, ConsentItem.Message);
        if (await desk.SendToSelfAsync(call.Caller, await compose(call), call.Aborted) is { } refused)
        {
            throw new KakaoFaultException(refused);
        }

        await KakaoAnswer.OkAsync(call.Context, 0, static (json, code) =>
        {
            json.WriteStartObject();
            json.WriteNumber("result_code"u8, code);
            json.WriteEndObject();
        });
    }

    private async Task FriendsAsync(KakaoCall call, Func<KakaoCall, ValueTask<ComposedTalk>> compose)
    {
        Check(call, FriendsType, ConsentItem.Message, ConsentItem.Friends);
        if (call.Caller.App.IsMember(call.Person.Id) is false && !call.Caller.App.ReachesEveryone)
        {
            throw new KakaoFaultException(KakaoFault.NoPermission);
        }

        var uuids = call.Fields.Texts("receiver_uuids", TalkDesk.MalformedReceivers)
            ?? throw new KakaoFaultException(call.Fields.IsThere("receiver_uuids") ? KakaoFault.Empty("receiver_uuids") : KakaoFault.Missing("receiver_uuids"));
        var (outcome, fault) = await desk.SendToFriendsAsync(call.Caller, uuids, await compose(call), call.Aborted);
        await KakaoAnswer.OkAsync(call.Context, outcome ?? throw new KakaoFaultException(fault!), static (json, outcome) =>
        {
            json.WriteStartObject();
            if (outcome.Reached.Count > 0)
            {
                KakaoAnswer.Texts(json, "successful_receiver_uuids", outcome.Reached);
            }

            if (outcome.Failed.Count > 0)
            {
                json.WriteStartArray("failure_info"u8);
                foreach (var (fault, uuids) in outcome.Failed)
                {
                    json.WriteStartObject();
                    json.WriteNumber("code"u8, fault.Code);
                    json.WriteString("msg"u8, fault.Message);
                    KakaoAnswer.Texts(json, "receiver_uuids", uuids);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        });
    }

    private static void Check(KakaoCall call, string apiType, params string[] scopes)
    {
        if (CallerRule.CheckScopes(call.Caller.App, call.Connection, apiType, scopes) is { } refused)
        {
            throw new KakaoFaultException(refused);
        }
    }

    private ValueTask<ComposedTalk> FromObjectAsync(KakaoCall call)
    {
        using var json = KakaoFields.Json("template_object", call.Fields.Needed("template_object"), null);
        return ValueTask.FromResult(TalkComposer.FromObject(call.Caller.App, json.RootElement, out var fault) ?? throw new KakaoFaultException(fault!));
    }

    private ValueTask<ComposedTalk> FromCustomAsync(KakaoCall call)
    {
        call.Fields.Needed("template_id");
        var talk = composer.FromCustom(
            call.Caller.App, call.Fields.Number("template_id")!.Value, call.Fields.Map("template_args"), TemplatePurpose.Message, call.Person.Name, out var fault);
        return ValueTask.FromResult(talk ?? throw new KakaoFaultException(fault!));
    }

    private async ValueTask<ComposedTalk> FromPageAsync(KakaoCall call)
    {
        var (talk, fault) = await composer.FromPageAsync(
            call.Caller.App, call.Fields.Needed("request_url"), call.Fields.Number("template_id"), call.Fields.Map("template_args"), TemplatePurpose.Message, call.Person.Name, call.Aborted);
        return talk ?? throw new KakaoFaultException(fault!);
    }
}
