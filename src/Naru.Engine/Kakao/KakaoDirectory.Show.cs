using Naru.Core.Kakao;

namespace Naru.Engine.Kakao;

/// <summary>Makes stored changes visible.</summary>
public sealed partial class KakaoDirectory
{
    /// <summary>What is removed goes first, as in the store.</summary>
    private void Show(KakaoChange change)
    {
        Hide(change);
        change.Apps.ForEach(Show);
        foreach (var person in change.People)
        {
            _people[person.Id] = person;
            _lastPerson = Math.Max(_lastPerson, person.Id);
        }

        foreach (var connection in change.Connections)
        {
            _connections[(connection.App, connection.Person)] = connection;
            _uuids[(connection.App, connection.Uuid)] = connection.Person;
        }

        change.Tokens.ForEach(token => _tokens[token.Hash] = token);
        change.Codes.ForEach(code => _codes[code.Hash] = code);
        change.Templates.ForEach(template => _templates[template.Id] = template);
        change.Images.ForEach(image => _images[image.Id] = image);
        change.Callbacks.ForEach(record => _callbacks[record.Id] = record);
        change.SigningKeys.ForEach(key => _signingKeys[key.Id] = key);
        change.Passed.ForEach(record => _passed[record.Id] = record);
        foreach (var (key, used) in change.Counters)
        {
            _counters[key] = used;
        }
    }

    private void Show(DevelopersApp app)
    {
        HideKeys(app.Id);
        _apps[app.Id] = app;
        _lastApp = Math.Max(_lastApp, app.Id);
        _keys[app.Keys.Native] = (app, AppKeyKind.Native);
        _keys[app.Keys.Rest] = (app, AppKeyKind.Rest);
        _keys[app.Keys.JavaScript] = (app, AppKeyKind.JavaScript);
        _keys[app.Keys.Admin] = (app, AppKeyKind.Admin);
    }

    private void Hide(KakaoChange change)
    {
        foreach (var app in change.RemovedApps)
        {
            HideKeys(app);
            _apps.TryRemove(app, out _);
        }

        change.RemovedPeople.ForEach(person => _people.TryRemove(person, out _));
        foreach (var pair in change.RemovedConnections)
        {
            if (_connections.TryRemove(pair, out var gone))
            {
                _uuids.TryRemove((gone.App, gone.Uuid), out _);
            }
        }

        change.RemovedTokens.ForEach(hash => _tokens.TryRemove(hash, out _));
        change.RemovedCodes.ForEach(hash => _codes.TryRemove(hash, out _));
        change.RemovedTemplates.ForEach(id => _templates.TryRemove(id, out _));
        change.RemovedImages.ForEach(id => _images.TryRemove(id, out _));
        change.RemovedCallbacks.ForEach(id => _callbacks.TryRemove(id, out _));
        change.RemovedPassed.ForEach(id => _passed.TryRemove(id, out _));
        change.RemovedSigningKeys.ForEach(id => _signingKeys.TryRemove(id, out _));
        change.RemovedCounters.ForEach(key => _counters.TryRemove(key, out _));
    }

    private void HideKeys(long app)
    {
        if (_apps.TryGetValue(app, out var before))
        {
            foreach (var key in new[] { before.Keys.Native, before.Keys.Rest, before.Keys.JavaScript, before.Keys.Admin })
            {
                _keys.TryRemove(key, out _);
            }
        }
    }
}
