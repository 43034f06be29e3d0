using Naru.Core.Kakao;

namespace Naru.Engine.Kakao;

/// <summary>Kakao Login as a person goes through it: what they are asked, what they agreed to, and the code that comes of it.</summary>
public sealed class LoginDesk(KakaoDirectory directory, KakaoOptions options)
{
    /// <summary>The consent items that a person must still be asked about; empty: none, they may go straight back.</summary>
    /// <param name="fault">This person cannot log in to this app.</param>
    public IReadOnlyList<ConsentItem> Open(LoginAsk ask, Person person, out LoginFault? fault)
    {
        fault = ask.App.IsTest && !ask.App.IsMember(person.Id) ? LoginFault.NotAMember : null;
        var connection = directory.FindConnection(ask.App.Id, person.Id);
        return [.. ConsentItem.All.Where(item => IsOpen(item.Id))];

        bool IsOpen(string id) => connection?.Has(id) != true && (ask.Scopes.Contains(id, StringComparer.Ordinal) || ask.App.LevelOf(id) switch
        {
            ConsentLevel.Required => true,
            ConsentLevel.Optional => connection is null,
            _ => false,
        });
    }

    /// <summary>Connects the person with what they agreed to, and gives a code; null with the reason where something required is missing.</summary>
    public async ValueTask<(string? Code, LoginFault? Fault)> AgreeAsync(LoginAsk ask, Person person, IReadOnlyCollection<string> agreed, CancellationToken cancellationToken)
    {
        string? code = null;
        LoginFault? fault = null;
        await directory.ChangeAsync(
            () =>
            {
                var open = Open(ask, person, out fault);
                if (fault is null && open.Any(item => ask.App.LevelOf(item.Id) == ConsentLevel.Required && !agreed.Contains(item.Id)))
                {
                    fault = LoginFault.ConsentMissing;
                }

                if (fault is not null)
                {
                    return null;
                }

                var now = directory.Now;
                var connection = directory.FindConnection(ask.App.Id, person.Id) ?? new Connection(ask.App.Id, person.Id, directory.NewSecret(20), now);
                var all = new Dictionary<string, DateTimeOffset>(connection.Agreed, StringComparer.Ordinal);
                foreach (var item in open.Where(item => agreed.Contains(item.Id)))
                {
                    all[item.Id] = now;
                }

                var change = new KakaoChange { Connections = { connection with { Agreed = all } } };
                directory.SweepTokens(change, ask.App.Id, person.Id);
                code = directory.AddCode(change, ask, person.Id, options.CodeLifetime);
                return change;
            },
            cancellationToken);
        return (code, fault);
    }

    /// <summary>The person's tokens for the app go; with <paramref name="login"/> only those of that login.</summary>
    public ValueTask<bool> LogOutAsync(long app, long person, string? login, CancellationToken cancellationToken) => directory.ChangeAsync(
        () =>
        {
            var change = new KakaoChange();
            change.RemovedTokens.AddRange(directory.TokensOf(app, person, login));
            return change;
        },
        cancellationToken);

    /// <summary>The connection goes, with all tokens and all that was agreed to. False where there is none.</summary>
    public ValueTask<bool> UnlinkAsync(long app, long person, CancellationToken cancellationToken) => directory.ChangeAsync(
        () =>
        {
            if (directory.FindConnection(app, person) is null)
            {
                return null;
            }

            var change = new KakaoChange { RemovedConnections = { (app, person) } };
            change.RemovedTokens.AddRange(directory.TokensOf(app, person, null));
            return change;
        },
        cancellationToken);

    /// <summary>Takes consents back. Those that the app requires stay: they go only with the connection.</summary>
    public ValueTask<bool> RevokeAsync(long app, long person, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken) => directory.ChangeConnectionAsync(
        app,
        person,
        connection => connection with
        {
            Agreed = connection.Agreed.Where(pair => !scopes.Contains(pair.Key) || directory.FindApp(app)?.LevelOf(pair.Key) == ConsentLevel.Required)
                .ToDictionary(StringComparer.Ordinal),
        },
        cancellationToken);
}
