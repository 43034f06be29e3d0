using Naru.Carriers.Http;
using Naru.Core.Content;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Carriers.Solapi;

/// <summary>The account's channels and AlimTalk templates, read into a workspace.</summary>
public sealed partial class SolapiCarrier
{
    /// <summary>A template's id is too long for a code; without its fixed head it fits and is as unique.</summary>
    private const string IdHead = "KA01TP";
    private const int LongestCode = 30;

    public async ValueTask<DealerImport> ImportAsync(WorkspaceId workspace, CancellationToken cancellationToken)
    {
        var desk = new DirectoryImport(_directory, workspace, _clock);
        var senders = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var channel in await _client.AllAsync("/kakao/v2/channels", "channelList", cancellationToken))
        {
            if (DealerJson.Text(channel, "channelId") is { } pfId && DealerJson.Text(channel, "searchId") is { } searchId
                && await desk.TakeSenderAsync(_names.SenderOf(pfId), searchId, SenderState.Active, new SenderDetails(searchId.TrimStart('@'), DealerJson.Text(channel, "phoneNumber")), cancellationToken) is { } key)
            {
                _names.NameSender(key, pfId);
                senders[pfId] = key;
            }
        }

        foreach (var item in await _client.AllAsync("/kakao/v2/templates", "templateList", cancellationToken))
        {
            if (DealerJson.Text(item, "templateId") is not { } id || !senders.TryGetValue(DealerJson.Text(item, "channelId") ?? "", out var sender))
            {
                desk.Skip($"Template {DealerJson.Text(item, "templateId")} belongs to no channel of the account that was taken over.");
                continue;
            }

            var code = _names.CodeOf(sender, id) ?? CodeOf(DealerJson.Text(item, "code"), id);
            if (await desk.TakeTemplateAsync(sender, code, SolapiTemplate.State(item), SolapiTemplate.Details(item), cancellationToken))
            {
                _names.NameTemplate(sender, code, id);
            }
        }

        return desk.Outcome;
    }

    private static string CodeOf(string? code, string id)
    {
        var chosen = code is { Length: > 0 and <= LongestCode } ? code : id.StartsWith(IdHead, StringComparison.Ordinal) ? id[IdHead.Length..] : id;
        return chosen.Length <= LongestCode ? chosen : chosen[^LongestCode..];
    }
}
