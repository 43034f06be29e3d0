using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Naru.Core.Kakao;

namespace Naru.Engine.Kakao;

/// <summary>Changes as rows, and back. Admin keys, client secrets and the keys of id tokens, which must be read again, are sealed.</summary>
public sealed partial class KakaoDirectory
{
    private List<KakaoRow> Rows(KakaoChange change)
    {
        var rows = new List<KakaoRow>();
        Add(KakaoRowKind.App, change.Apps, app => Number(app.Id), KakaoJson.Default.DevelopersApp, Sealed);
        Add(KakaoRowKind.Person, change.People, person => Number(person.Id), KakaoJson.Default.Person);
        Add(KakaoRowKind.Connection, change.Connections, one => KeyOf(one.App, one.Person), KakaoJson.Default.Connection);
        Add(KakaoRowKind.Token, change.Tokens, token => token.Hash, KakaoJson.Default.LoginToken);
        Add(KakaoRowKind.Code, change.Codes, code => code.Hash, KakaoJson.Default.LoginCode);
        Add(KakaoRowKind.Template, change.Templates, template => Number(template.Id), KakaoJson.Default.CustomTemplate);
        Add(KakaoRowKind.Image, change.Images, image => image.Id, KakaoJson.Default.ShareImage);
        Add(KakaoRowKind.Callback, change.Callbacks, record => record.Id, KakaoJson.Default.CallbackRecord);
        Add(KakaoRowKind.Passed, change.Passed, record => record.Id, KakaoJson.Default.PassedCall);
        Add(KakaoRowKind.SigningKey, change.SigningKeys, key => key.Id, KakaoJson.Default.SigningKey, key => key with { Pkcs8 = _box.Seal(key.Pkcs8) });
        rows.AddRange(change.Counters.Select(counter => new KakaoRow(KakaoRowKind.Counter, counter.Key.ToString(), Number(counter.Value))));
        if (change.Apps.Count > 0)
        {
            rows.Add(new KakaoRow(KakaoRowKind.Last, LastAppName, Number(_lastApp)));
        }

        if (change.People.Count > 0)
        {
            rows.Add(new KakaoRow(KakaoRowKind.Last, LastPersonName, Number(_lastPerson)));
        }

        if (change.Templates.Count > 0)
        {
            rows.Add(new KakaoRow(KakaoRowKind.Last, LastTemplateName, Number(_lastTemplate)));
        }

        return rows;

        void Add<T>(KakaoRowKind kind, List<T> items, Func<T, string> key, JsonTypeInfo<T> json, Func<T, T>? turn = null) =>
            rows.AddRange(items.Select(item => new KakaoRow(kind, key(item), JsonSerializer.Serialize(turn is null ? item : turn(item), json))));
    }

    private static List<(KakaoRowKind Kind, string Key)> Removed(KakaoChange change) =>
    [
        .. change.RemovedApps.Select(id => (KakaoRowKind.App, Number(id))),
        .. change.RemovedPeople.Select(id => (KakaoRowKind.Person, Number(id))),
        .. change.RemovedConnections.Select(pair => (KakaoRowKind.Connection, KeyOf(pair.App, pair.Person))),
        .. change.RemovedTokens.Select(hash => (KakaoRowKind.Token, hash)),
        .. change.RemovedCodes.Select(hash => (KakaoRowKind.Code, hash)),
        .. change.RemovedTemplates.Select(id => (KakaoRowKind.Template, Number(id))),
        .. change.RemovedImages.Select(id => (KakaoRowKind.Image, id)),
        .. change.RemovedCallbacks.Select(id => (KakaoRowKind.Callback, id)),
        .. change.RemovedPassed.Select(id => (KakaoRowKind.Passed, id)),
        .. change.RemovedSigningKeys.Select(id => (KakaoRowKind.SigningKey, id)),
        .. change.RemovedCounters.Select(key => (KakaoRowKind.Counter, key.ToString())),
    ];

    private KakaoChange Read(IReadOnlyList<KakaoRow> rows)
    {
        var all = new KakaoChange();
        foreach (var row in rows)
        {
            switch (row.Kind)
            {
                case KakaoRowKind.App:
                    all.Apps.Add(Opened(Of(row, KakaoJson.Default.DevelopersApp)));
                    break;
                case KakaoRowKind.Person:
                    all.People.Add(Of(row, KakaoJson.Default.Person));
                    break;
                case KakaoRowKind.Connection:
                    all.Connections.Add(Of(row, KakaoJson.Default.Connection));
                    break;
                case KakaoRowKind.Token:
                    all.Tokens.Add(Of(row, KakaoJson.Default.LoginToken));
                    break;
                case KakaoRowKind.Code:
                    all.Codes.Add(Of(row, KakaoJson.Default.LoginCode));
                    break;
                case KakaoRowKind.Template:
                    all.Templates.Add(Of(row, KakaoJson.Default.CustomTemplate));
                    break;
                case KakaoRowKind.Image:
                    all.Images.Add(Of(row, KakaoJson.Default.ShareImage));
                    break;
                case KakaoRowKind.Callback:
                    all.Callbacks.Add(Of(row, KakaoJson.Default.CallbackRecord));
                    break;
                case KakaoRowKind.Passed:
                    all.Passed.Add(Of(row, KakaoJson.Default.PassedCall));
                    break;
                case KakaoRowKind.SigningKey:
                    var key = Of(row, KakaoJson.Default.SigningKey);
                    all.SigningKeys.Add(key with { Pkcs8 = _box.Open(key.Pkcs8) });
                    break;
                case KakaoRowKind.Counter:
                    all.Counters[QuotaKey.Parse(row.Key)] = int.Parse(row.Body, CultureInfo.InvariantCulture);
                    break;
                case KakaoRowKind.Last:
                    break;
                default:
                    throw new JsonException($"The store holds rows of kind {(byte)row.Kind}, which this version does not know.");
            }
        }

        return all;
    }

    private static T Of<T>(KakaoRow row, JsonTypeInfo<T> json) =>
        JsonSerializer.Deserialize(row.Body, json) ?? throw new JsonException($"The row {row.Key} of kind {row.Kind} is empty.");

    private DevelopersApp Sealed(DevelopersApp app) => app with
    {
        Keys = app.Keys with { Admin = _box.Seal(app.Keys.Admin) },
        ClientSecret = app.ClientSecret is { } secret ? _box.Seal(secret) : null,
    };

    private DevelopersApp Opened(DevelopersApp app) => app with
    {
        Keys = app.Keys with { Admin = _box.Open(app.Keys.Admin) },
        ClientSecret = app.ClientSecret is { } secret ? _box.Open(secret) : null,
    };

    private static string KeyOf(long app, long person) => string.Create(CultureInfo.InvariantCulture, $"{app}/{person}");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
