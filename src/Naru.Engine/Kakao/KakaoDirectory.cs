using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;
using Naru.Core.Workspaces;
using Naru.Engine.Kakao.OpenId;
using Naru.Engine.Kakao.Outside;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Engine.Kakao;

/// <summary>
/// The Developers platform: apps, simulated people, who is connected to what, tokens, templates, what was used of the quotas. All of it is held in memory; every
/// change is durable before it is seen. Reading is lock-free; changes are made one at a time, so what a change is made of cannot change under it.
/// </summary>
public sealed partial class KakaoDirectory : IDisposable
{
    private const string LastAppName = "app";
    private const string LastPersonName = "person";
    private const string LastTemplateName = "template";

    private readonly IKakaoStore _store;
    private readonly ISecretBox _box;
    private readonly GatewayClock _clock;
    private readonly IRandomSource _random;
    private readonly SemaphoreSlim _changing = new(1, 1);

    private readonly ConcurrentDictionary<long, DevelopersApp> _apps = new();
    private readonly ConcurrentDictionary<string, (DevelopersApp App, AppKeyKind Kind)> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, Person> _people = new();
    private readonly ConcurrentDictionary<(long App, long Person), Connection> _connections = new();
    private readonly ConcurrentDictionary<(long App, string Uuid), long> _uuids = new();
    private readonly ConcurrentDictionary<string, LoginToken> _tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, LoginCode> _codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, CustomTemplate> _templates = new();
    private readonly ConcurrentDictionary<string, ShareImage> _images = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CallbackRecord> _callbacks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PassedCall> _passed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<QuotaKey, int> _counters = new();
    private readonly ConcurrentDictionary<string, SigningKey> _signingKeys = new(StringComparer.Ordinal);
    private long _lastApp = 1000;
    private long _lastPerson = 3_000_000_000;
    private long _lastTemplate = 100_000;

    public KakaoDirectory(IKakaoStore store, ISecretBox box, GatewayClock clock, IRandomSource random) => (_store, _box, _clock, _random) = (store, box, clock, random);

    /// <summary>Raised after a change was stored and is visible. Handlers must be quick and must not throw.</summary>
    public event Action? Changed;

    public DateTimeOffset Now => _clock.Now;

    public async ValueTask LoadAsync(CancellationToken cancellationToken)
    {
        var rows = await _store.LoadAllAsync(cancellationToken);
        Show(Read(rows));
        foreach (var last in rows.Where(row => row.Kind == KakaoRowKind.Last))
        {
            Remember(last.Key, long.Parse(last.Body, CultureInfo.InvariantCulture));
        }
    }

    public DevelopersApp? FindApp(long id) => _apps.GetValueOrDefault(id);

    public DevelopersApp? FindApp(WorkspaceId workspace, long id) => _apps.TryGetValue(id, out var app) && app.Workspace == workspace ? app : null;

    /// <summary>Whether Kakao itself answers for any app here: else nothing is asked there.</summary>
    public bool HasOutside => _apps.Values.Any(app => app.AnsweredBy == AnsweredBy.Kakao);

    /// <summary>The app that Kakao itself answers for and knows by this id.</summary>
    public DevelopersApp? FindOutside(long kakaoId) => _apps.Values.FirstOrDefault(app => app.AnsweredBy == AnsweredBy.Kakao && app.KakaoId == kakaoId);

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<DevelopersApp> AppsOf(WorkspaceId workspace) => [.. _apps.Values.Where(app => app.Workspace == workspace).OrderBy(app => app.Id)];

    public (DevelopersApp App, AppKeyKind Kind)? FindKey(string key) => _keys.TryGetValue(key, out var found) ? found : null;

    public Person? FindPerson(long id) => _people.GetValueOrDefault(id);

    /// <summary>By name.</summary>
    public IReadOnlyList<Person> PeopleOf(WorkspaceId workspace) =>
        [.. _people.Values.Where(person => person.Workspace == workspace).OrderBy(person => person.Name, StringComparer.Ordinal).ThenBy(person => person.Id)];

    public Connection? FindConnection(long app, long person) => _connections.GetValueOrDefault((app, person));

    public IReadOnlyList<Connection> ConnectionsOf(long person) => [.. _connections.Values.Where(connection => connection.Person == person).OrderBy(connection => connection.App)];

    public IReadOnlyList<Connection> ConnectionsTo(long app) => [.. _connections.Values.Where(connection => connection.App == app).OrderBy(connection => connection.ConnectedAt)];

    /// <summary>Who has this uuid for the app.</summary>
    public long? FindUuid(long app, string uuid) => _uuids.TryGetValue((app, uuid), out var person) ? person : null;

    /// <summary>Expired or not.</summary>
    public LoginToken? FindToken(string token) => _tokens.GetValueOrDefault(Secrets.HashKey(token));

    public LoginCode? FindCode(string code) => _codes.GetValueOrDefault(Secrets.HashKey(code));

    public CustomTemplate? FindTemplate(long app, long id) => _templates.TryGetValue(id, out var template) && template.App == app ? template : null;

    public IReadOnlyList<CustomTemplate> TemplatesOf(long app) => [.. _templates.Values.Where(template => template.App == app).OrderBy(template => template.Id)];

    public ShareImage? FindImage(string id) => _images.GetValueOrDefault(id);

    public IReadOnlyList<ShareImage> ImagesOf(long app) => [.. _images.Values.Where(image => image.App == app).OrderBy(image => image.ExpiresAt)];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<CallbackRecord> CallbacksOf(long app) => [.. _callbacks.Values.Where(record => record.App == app).OrderByDescending(record => record.At)];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<PassedCall> PassedOf(long app) => [.. _passed.Values.Where(record => record.App == app).OrderByDescending(record => record.At).ThenBy(record => record.Id, StringComparer.Ordinal)];

    /// <summary>The keys of id tokens, oldest first; none until one was needed.</summary>
    public IReadOnlyList<SigningKey> SigningKeys => [.. _signingKeys.Values.OrderBy(key => key.Times().SignsFrom).ThenBy(key => key.Id, StringComparer.Ordinal)];

    public int Used(QuotaKey key) => _counters.GetValueOrDefault(key);

    public IReadOnlyList<(QuotaKey Key, int Used)> CountersOf(long app) => [.. _counters.Where(pair => pair.Key.App == app && !pair.Key.IsOver(Now)).Select(pair => (pair.Key, pair.Value))];

    /// <summary>Counters of days and months that are over.</summary>
    public IReadOnlyList<QuotaKey> CountersOver(long app) => [.. _counters.Keys.Where(key => key.App == app && key.IsOver(Now))];

    public void Dispose() => _changing.Dispose();

    /// <param name="make">Called while nobody else changes anything. Null changes nothing.</param>
    /// <returns>False where nothing was changed.</returns>
    public async ValueTask<bool> ChangeAsync(Func<KakaoChange?> make, CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            if (make() is not { } change)
            {
                return false;
            }

            // Once begun it is finished: what the store has must be seen.
            await _store.ApplyAsync(Rows(change), Removed(change), CancellationToken.None);
            Show(change);
            Changed?.Invoke();
            return true;
        }
        finally
        {
            _changing.Release();
        }
    }

    public ValueTask<bool> ChangeAppAsync(long id, Func<DevelopersApp, DevelopersApp?> change, CancellationToken cancellationToken) =>
        ChangeAsync(() => FindApp(id) is { } app && change(app) is { } changed ? new KakaoChange { Apps = { changed } } : null, cancellationToken);

    /// <summary>The app goes with its connections, tokens, templates and callbacks; its images end with their time.</summary>
    public ValueTask<bool> RemoveAppAsync(long id, CancellationToken cancellationToken) => ChangeAsync(
        () =>
        {
            if (FindApp(id) is null)
            {
                return null;
            }

            var change = new KakaoChange { RemovedApps = { id } };
            RemoveWithApp(change, id);
            return change;
        },
        cancellationToken);

    /// <summary>Everything of a workspace goes.</summary>
    public ValueTask<bool> ForgetAsync(WorkspaceId workspace, CancellationToken cancellationToken) => ChangeAsync(
        () =>
        {
            var change = new KakaoChange();
            change.RemovedApps.AddRange(AppsOf(workspace).Select(app => app.Id));
            change.RemovedPeople.AddRange(PeopleOf(workspace).Select(person => person.Id));
            change.RemovedApps.ForEach(app => RemoveWithApp(change, app));
            return change.RemovedApps.Count + change.RemovedPeople.Count > 0 ? change : null;
        },
        cancellationToken);

    public ValueTask<bool> ChangePersonAsync(long id, Func<Person, Person?> change, CancellationToken cancellationToken) =>
        ChangeAsync(() => FindPerson(id) is { } person && change(person) is { } changed ? new KakaoChange { People = { changed } } : null, cancellationToken);

    public ValueTask<bool> ChangeConnectionAsync(long app, long person, Func<Connection, Connection?> change, CancellationToken cancellationToken) =>
        ChangeAsync(() => FindConnection(app, person) is { } now && change(now) is { } changed ? new KakaoChange { Connections = { changed } } : null, cancellationToken);

    /// <summary>For a change that is being made: numbers that nothing ever had.</summary>
    public long NextApp() => ++_lastApp;

    public long NextPerson() => ++_lastPerson;

    public long NextTemplate() => ++_lastTemplate;

    /// <summary>Characters of <c>[A-Za-z0-9_-]</c>, six bits of chance each.</summary>
    public string NewSecret(int bytes) => System.Buffers.Text.Base64Url.EncodeToString(Chance(bytes));

    /// <summary>As Kakao writes app keys: 32 hexadecimal digits.</summary>
    public string NewKey() => Convert.ToHexStringLower(Chance(16));

    private void RemoveWithApp(KakaoChange change, long id)
    {
        change.RemovedConnections.AddRange(ConnectionsTo(id).Select(connection => (id, connection.Person)));
        change.RemovedTokens.AddRange(_tokens.Values.Where(token => token.App == id).Select(token => token.Hash));
        change.RemovedCodes.AddRange(_codes.Values.Where(code => code.App == id).Select(code => code.Hash));
        change.RemovedTemplates.AddRange(TemplatesOf(id).Select(template => template.Id));
        change.RemovedCallbacks.AddRange(CallbacksOf(id).Select(record => record.Id));
        change.RemovedPassed.AddRange(PassedOf(id).Select(record => record.Id));
        change.RemovedCounters.AddRange(_counters.Keys.Where(key => key.App == id));
    }

    private byte[] Chance(int bytes)
    {
        var chance = new byte[bytes];
        _random.Fill(chance);
        return chance;
    }

    private void Remember(string name, long number)
    {
        switch (name)
        {
            case LastAppName:
                _lastApp = Math.Max(_lastApp, number);
                break;
            case LastPersonName:
                _lastPerson = Math.Max(_lastPerson, number);
                break;
            case LastTemplateName:
                _lastTemplate = Math.Max(_lastTemplate, number);
                break;
            default:
                throw new JsonException($"The store counts '{name}', which this version does not know.");
        }
    }
}

/// <summary>Which of an app's four keys it is.</summary>
public enum AppKeyKind : byte
{
    Native = 1,
    Rest = 2,
    JavaScript = 3,
    Admin = 4,
}
