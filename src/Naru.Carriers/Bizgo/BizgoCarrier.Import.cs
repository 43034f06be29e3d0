using System.Text.Json;
using Naru.Carriers.Http;
using Naru.Core.Senders;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Carriers.Bizgo;

/// <summary>The account's sender profiles and AlimTalk templates, read into a workspace. Keys and codes are KakaoTalk's own, so they are ours too.</summary>
public sealed partial class BizgoCarrier
{
    private const int TemplatePage = 100;

    public async ValueTask<DealerImport> ImportAsync(WorkspaceId workspace, CancellationToken cancellationToken)
    {
        var desk = new DirectoryImport(_directory, workspace, _clock);
        foreach (var profile in await ProfilesAsync(cancellationToken))
        {
            if (DealerJson.Text(profile, "senderKey") is not { } theirs || DealerJson.Text(profile, "channelId") is not { } channel)
            {
                continue;
            }

            var ours = _options.Senders.FirstOrDefault(name => name.Value == theirs).Key ?? theirs;
            var details = new SenderDetails(DealerJson.Text(profile, "channelName") ?? channel.TrimStart('@'), null, null, DealerJson.Text(profile, "categoryCode"));
            if (await desk.TakeSenderAsync(ours, channel, StateOf(profile), details, cancellationToken) is { } key)
            {
                await TakeTemplatesAsync(desk, key, theirs, cancellationToken);
            }
        }

        return desk.Outcome;
    }

    private async ValueTask TakeTemplatesAsync(DirectoryImport desk, string sender, string theirs, CancellationToken cancellationToken)
    {
        for (var offset = 0; ; offset += TemplatePage)
        {
            var answer = await _client.ReadAsync(
                $"/center/alimtalk/template/list?senderKey={Uri.EscapeDataString(theirs)}&offset={offset}&limit={TemplatePage}", cancellationToken);
            var templates = answer.Result.ValueKind == JsonValueKind.Object && answer.Result.TryGetProperty("alimtalk", out var alimTalk) ? BizgoJson.List(alimTalk, "templates") : [];
            foreach (var template in templates)
            {
                if (DealerJson.Text(template, "templateCode") is { } code)
                {
                    var ours = _options.Templates.FirstOrDefault(name => name.Value == code).Key ?? code;
                    await desk.TakeTemplateAsync(sender, ours, BizgoTemplate.State(template), BizgoTemplate.Details(template), cancellationToken);
                }
            }

            // Nothing else says that it was the last page.
            if (templates.Count < TemplatePage)
            {
                return;
            }
        }
    }

    private async ValueTask<IReadOnlyList<JsonElement>> ProfilesAsync(CancellationToken cancellationToken)
    {
        var all = new List<JsonElement>();
        for (var page = 1; ; page++)
        {
            var answer = await _client.ReadAsync($"/account/kakao/sender/profiles?page={page}&rows=100", cancellationToken);
            all.AddRange(BizgoJson.List(answer.ServicePart, "channels"));
            if (!BizgoJson.IsTrue(answer.ServicePart, "hasNext"))
            {
                return all;
            }
        }
    }

    private static SenderState StateOf(JsonElement profile) =>
        BizgoJson.IsTrue(profile, "block") ? SenderState.Blocked
        : BizgoJson.IsTrue(profile, "dormant") ? SenderState.Inactive
        : DealerJson.Text(profile, "status") is null or "A" ? SenderState.Active
        : SenderState.Stopped;
}
