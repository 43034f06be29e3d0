using Naru.Core.Workspaces;

namespace Naru.Engine.Registry;

/// <summary>Makes stored changes visible.</summary>
public sealed partial class WorkspaceDirectory
{
    private void Show(DirectoryChange change)
    {
        foreach (var workspace in change.Workspaces)
        {
            _workspaces[workspace.Id] = workspace;
        }

        foreach (var credential in change.Credentials)
        {
            Show(credential);
        }

        foreach (var app in change.Apps)
        {
            Show(app);
        }

        foreach (var sender in change.Senders)
        {
            _senders[sender.Key] = sender;
        }

        foreach (var template in change.Templates)
        {
            _templates[(template.SenderKey, template.Code)] = new CompiledTemplate(template);
        }

        foreach (var template in change.BrandTemplates)
        {
            _brandTemplates[(template.Workspace, template.Code)] = template;
        }

        foreach (var gone in change.RemovedTemplates)
        {
            _templates.TryRemove(gone, out _);
        }

        foreach (var key in change.RemovedSenders)
        {
            HideSender(key);
        }

        foreach (var activity in change.Activities.Where(activity => activity.News is not null))
        {
            _untold[activity.Id] = activity;
        }

        foreach (var told in change.ToldActivities)
        {
            _untold.TryRemove(told, out _);
        }

        foreach (var endpoint in change.Endpoints)
        {
            Show(endpoint);
        }

        foreach (var token in change.Tokens)
        {
            _tokens[token.Hash] = token;
        }

        foreach (var tag in change.PlatformTags)
        {
            _platform[(tag.Workspace, tag.Kind, tag.Id)] = tag;
        }

        foreach (var tag in change.RemovedPlatformTags)
        {
            _platform.TryRemove((tag.Workspace, tag.Kind, tag.Id), out _);
        }

        foreach (var hash in change.RemovedTokenHashes)
        {
            _tokens.TryRemove(hash, out _);
        }

        foreach (var app in change.RemovedApps)
        {
            HideApp(app);
        }

        foreach (var endpoint in change.RemovedEndpoints)
        {
            HideEndpoint(endpoint);
        }

        ShowRoutes(change);
        ShowScenarios(change);
        foreach (var workspace in change.RemovedWorkspaces)
        {
            Hide(workspace);
        }
    }

    private void Show(Credential credential)
    {
        var before = _credentials.GetValueOrDefault(credential.Id);
        _credentials[credential.Id] = credential;
        if (credential.RevokedAt is null)
        {
            if (credential.Kind == CredentialKind.ApiKey)
            {
                _apiKeys[credential.SecretHash] = credential;
            }
            else
            {
                _named[(credential.Kind, credential.Name)] = credential;
            }
        }

        // Afterwards, and only what is still the old one: whoever asks in between must find one of the two.
        if (before is not null && before != credential)
        {
            Hide(before);
        }
    }

    private void Hide(Credential credential)
    {
        _apiKeys.TryRemove(KeyValuePair.Create(credential.SecretHash, credential));
        _named.TryRemove(KeyValuePair.Create((credential.Kind, credential.Name), credential));
        if (_credentials.GetValueOrDefault(credential.Id) is not { RevokedAt: null } now || !string.Equals(now.SecretHash, credential.SecretHash, StringComparison.Ordinal))
        {
            _checkedPasswords.Clear();
        }
    }

    private void HideSender(string key)
    {
        _senders.TryRemove(key, out _);
        foreach (var template in _templates.Keys.Where(t => string.Equals(t.Sender, key, StringComparison.Ordinal)))
        {
            _templates.TryRemove(template, out _);
        }

        HideBrandTemplates(template => string.Equals(template.Owner.Key, key, StringComparison.Ordinal));
    }

    private void Hide(WorkspaceId workspace)
    {
        _workspaces.TryRemove(workspace, out _);
        _scenarios.TryRemove(workspace, out _);
        foreach (var credential in _credentials.Values.Where(c => c.Workspace == workspace))
        {
            _credentials.TryRemove(credential.Id, out _);
            _used.TryRemove(credential.Id, out _);
            Hide(credential);
        }

        foreach (var sender in _senders.Values.Where(s => s.Workspace == workspace))
        {
            HideSender(sender.Key);
        }

        HideBrandTemplates(template => template.Workspace == workspace);
        foreach (var activity in _untold.Values.Where(a => a.Workspace == workspace))
        {
            _untold.TryRemove(activity.Id, out _);
        }

        foreach (var endpoint in _endpoints.Values.Where(e => e.Workspace == workspace))
        {
            HideEndpoint(endpoint.Id);
        }

        foreach (var app in _apps.Values.Where(a => a.Workspace == workspace))
        {
            HideApp(app.Id);
        }

        foreach (var tag in _platform.Keys.Where(t => t.Workspace == workspace))
        {
            _platform.TryRemove(tag, out _);
        }

        foreach (var token in _tokens.Values.Where(t => t.Workspace == workspace))
        {
            _tokens.TryRemove(token.Hash, out _);
        }
    }
}
