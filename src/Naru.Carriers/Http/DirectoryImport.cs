using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Carriers.Http;

/// <summary>Takes over what stands in a dealer's account: what the workspace has is brought up to date, the rest is added, nothing is removed.</summary>
internal sealed class DirectoryImport(WorkspaceDirectory directory, WorkspaceId workspace, GatewayClock clock)
{
    private readonly List<string> _skipped = [];
    private int _senders;
    private int _newSenders;
    private int _templates;
    private int _newTemplates;

    public DealerImport Outcome => new(_senders, _newSenders, _templates, _newTemplates, _skipped);

    public void Skip(string why) => _skipped.Add(why);

    /// <param name="key">Where it is known; null = found by the channel's name, else made.</param>
    /// <returns>Our sender key; null where it was not taken over.</returns>
    public async ValueTask<string?> TakeSenderAsync(string? key, string channelName, SenderState state, SenderDetails details, CancellationToken cancellationToken)
    {
        var name = channelName.StartsWith('@') ? channelName : "@" + channelName;
        var known = (key is null ? null : directory.FindSender(key)) ?? directory.FindSender(workspace, name);
        if (known is not null && known.Workspace != workspace)
        {
            Skip($"Channel {name} belongs to another workspace.");
            return null;
        }

        var now = clock.Now;
        var taken = known is null
            ? new Sender(workspace, key ?? directory.NewSenderKey(), name, state, details) { CreatedAt = now, ModifiedAt = now, SubmittedAt = now }
            : known with { State = state, Details = known.Details with { AdminPhone = known.Details.AdminPhone ?? details.AdminPhone, CategoryCode = known.Details.CategoryCode ?? details.CategoryCode } };
        if (taken != known)
        {
            await directory.SaveSenderAsync(taken with { ModifiedAt = now }, cancellationToken);
        }

        _senders++;
        _newSenders += known is null ? 1 : 0;
        return taken.Key;
    }

    /// <returns>Whether it was taken over.</returns>
    public async ValueTask<bool> TakeTemplateAsync(string sender, string code, TemplateState state, TemplateDetails details, CancellationToken cancellationToken)
    {
        if (details.Name.Length == 0 || details.Text.Length == 0)
        {
            Skip($"Template {code} has no name or no text.");
            return false;
        }

        if (directory.TemplatesOf(sender).Any(other => !string.Equals(other.Code, code, StringComparison.Ordinal) && string.Equals(other.Latest.Name, details.Name, StringComparison.Ordinal)))
        {
            Skip($"Template {code}: the sender has another template of this name.");
            return false;
        }

        var now = clock.Now;
        var known = directory.FindTemplate(sender, code)?.Template;
        var taken = known is null
            ? new Template(sender, code, state, details) { CreatedAt = now, ModifiedAt = now, SubmittedAt = state == TemplateState.Registered ? null : now }
            : known with { State = state, Details = details with { Language = known.Details.Language, CategoryCode = details.CategoryCode } };
        if (taken != known)
        {
            await directory.SaveTemplateAsync(taken with { ModifiedAt = now }, cancellationToken);
        }

        _templates++;
        _newTemplates += known is null ? 1 : 0;
        return true;
    }
}
