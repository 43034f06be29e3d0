using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Naru.Core.Workspaces;

namespace Naru.Engine.Registry;

/// <summary>Keys, passwords and tokens.</summary>
public sealed partial class WorkspaceDirectory
{
    /// <summary>
    /// Passwords that were found right, by a keyed hash, each with the stored hash that it was found to fit: PBKDF2 takes milliseconds and
    /// Basic sends the password with every request. The key lives as long as the process. Emptied whenever a secret changes or goes.
    /// </summary>
    private readonly ConcurrentDictionary<string, string> _checkedPasswords = new(StringComparer.Ordinal);
    private readonly byte[] _checkKey = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<long, DateTimeOffset> _used = new();
    private const int CheckedPasswordsLimit = 10_000;

    /// <summary>Credentials of a workspace, revoked ones too.</summary>
    public IReadOnlyList<Credential> CredentialsOf(WorkspaceId workspace) =>
        [.. _credentials.Values.Where(c => c.Workspace == workspace).OrderBy(c => c.Id).Select(WithLastUse)];

    public Credential? FindCredential(long id) => _credentials.TryGetValue(id, out var found) ? WithLastUse(found) : null;

    public Credential? FindApiKey(string key) => Used(_apiKeys.GetValueOrDefault(Secrets.HashKey(key)));

    /// <summary>The credential with this id, in use from now on; null where there is none, or it was revoked.</summary>
    public Credential? UseCredential(long id) => _credentials.TryGetValue(id, out var found) && found.RevokedAt is null ? Used(found) : null;

    /// <summary>The credential with this name, if the password is right.</summary>
    /// <param name="mayWork">Asked before the check takes milliseconds (<see cref="Secrets.IsCostly"/>); false leaves it undone, with null.</param>
    public Credential? CheckPassword(CredentialKind kind, string name, string password, Func<bool>? mayWork = null)
    {
        if (!_named.TryGetValue((kind, name), out var credential))
        {
            return null;
        }

        var proof = Convert.ToHexString(HMACSHA256.HashData(_checkKey, Encoding.UTF8.GetBytes($"{kind}\n{name}\n{password}")));
        if (_checkedPasswords.TryGetValue(proof, out var fits) && string.Equals(fits, credential.SecretHash, StringComparison.Ordinal))
        {
            return Used(credential);
        }

        if ((mayWork is not null && Secrets.IsCostly(credential.SecretHash) && !mayWork()) || !Secrets.CheckPassword(password, credential.SecretHash))
        {
            return null;
        }

        if (_checkedPasswords.Count >= CheckedPasswordsLimit)
        {
            _checkedPasswords.Clear();
        }

        _checkedPasswords[proof] = credential.SecretHash;
        return Used(credential);
    }

    /// <summary>Makes a credential and returns its secret: the only time that anyone sees it.</summary>
    /// <exception cref="CredentialNameTakenException">
    /// People and programs sign in by kind and name, without naming a workspace: a second credential of that name would take over the first.
    /// </exception>
    public async ValueTask<(Credential Credential, string Secret)> AddCredentialAsync(
        WorkspaceId workspace, CredentialKind kind, string name, IReadOnlyList<string> scopes, CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            if (kind != CredentialKind.ApiKey && _named.ContainsKey((kind, name)))
            {
                throw new CredentialNameTakenException($"There is a credential of this kind named '{name}' already.");
            }

            var secret = NewSecret();
            var credential = new Credential(++_lastCredential, workspace, kind, name, Hash(kind, secret), scopes, _clock.Now, null, null);
            await StoreAsync(new DirectoryChange { Credentials = { credential } }, cancellationToken);
            return (credential, secret);
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>A new secret for the same credential; the old one stops working at once.</summary>
    public async ValueTask<string?> RotateCredentialAsync(WorkspaceId workspace, long credentialId, CancellationToken cancellationToken)
    {
        var secret = NewSecret();
        var rotated = await ChangeAsync(
            () => Valid(workspace, credentialId) is { } credential
                ? WithoutTokens(credentialId, credential with { SecretHash = Hash(credential.Kind, secret) })
                : null,
            cancellationToken);
        return rotated ? secret : null;
    }

    public ValueTask<bool> RevokeCredentialAsync(WorkspaceId workspace, long credentialId, CancellationToken cancellationToken) => ChangeAsync(
        () => Valid(workspace, credentialId) is { } credential
            ? WithoutTokens(credentialId, credential with { RevokedAt = _clock.System.GetUtcNow() })
            : null,
        cancellationToken);

    /// <summary>Changes name or scopes.</summary>
    public ValueTask SaveCredentialAsync(Credential credential, CancellationToken cancellationToken) =>
        ChangeAsync(new DirectoryChange { Credentials = { credential } }, cancellationToken);

    public async ValueTask<string> IssueTokenAsync(Credential credential, AccessTokenKind kind, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var now = _clock.System.GetUtcNow();
        var token = NewSecret();
        await ChangeAsync(
            () =>
            {
                var change = new DirectoryChange();
                if (Valid(credential.Workspace, credential.Id) is not null)
                {
                    change.Tokens.Add(new AccessToken(Secrets.HashKey(token), credential.Workspace, credential.Id, kind, now, now + lifetime));
                }

                change.RemovedTokenHashes.AddRange(_tokens.Values.Where(t => t.ExpiresAt <= now).Select(t => t.Hash));
                return change;
            },
            cancellationToken);
        return token;
    }

    /// <summary>The credential behind a token that is not expired.</summary>
    /// <param name="slide">Prolongs it to this length from now, once half of it is gone: "an hour after the last use".</param>
    public async ValueTask<Credential?> FindTokenAsync(string token, AccessTokenKind kind, TimeSpan? slide, CancellationToken cancellationToken)
    {
        var now = _clock.System.GetUtcNow();
        if (!_tokens.TryGetValue(Secrets.HashKey(token), out var found) || found.Kind != kind || found.ExpiresAt <= now)
        {
            return null;
        }

        if (slide is { } length && found.ExpiresAt - now < length / 2)
        {
            await ChangeAsync(
                () => _tokens.ContainsKey(found.Hash) ? new DirectoryChange { Tokens = { found with { ExpiresAt = now + length } } } : null, cancellationToken);
        }

        return _credentials.TryGetValue(found.CredentialId, out var credential) && credential.RevokedAt is null ? Used(credential) : null;
    }

    public ValueTask RevokeTokenAsync(string token, CancellationToken cancellationToken) =>
        ChangeAsync(new DirectoryChange { RemovedTokenHashes = { Secrets.HashKey(token) } }, cancellationToken);

    /// <summary>Writes down when credentials were last used. Called now and then, not at every request: it is a hint for operators.</summary>
    public async ValueTask SaveLastUsesAsync(CancellationToken cancellationToken) => await ChangeAsync(LastUses, cancellationToken);

    public static string Hash(CredentialKind kind, string secret) => kind == CredentialKind.ApiKey
        ? Secrets.HashKey(secret)
        : Secrets.HashPassword(secret, RandomNumberGenerator.GetBytes(16));

    public string NewSecret()
    {
        Span<byte> bytes = stackalloc byte[32];
        _random.Fill(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    private Credential? Valid(WorkspaceId workspace, long credentialId) =>
        FindCredential(credentialId) is { RevokedAt: null } found && found.Workspace == workspace ? found : null;

    private DirectoryChange? LastUses()
    {
        var change = new DirectoryChange();
        foreach (var id in _used.Keys)
        {
            if (_used.TryGetValue(id, out var at) && _credentials.TryGetValue(id, out var credential)
                && (credential.LastUsedAt is null || at - credential.LastUsedAt > TimeSpan.FromSeconds(1)))
            {
                change.Credentials.Add(credential with { LastUsedAt = at });
            }
        }

        return change.Credentials.Count > 0 ? change : null;
    }

    private DirectoryChange WithoutTokens(long credentialId, Credential changed)
    {
        var change = new DirectoryChange { Credentials = { changed } };
        change.RemovedTokenHashes.AddRange(_tokens.Values.Where(t => t.CredentialId == credentialId).Select(t => t.Hash));
        return change;
    }

    private Credential WithLastUse(Credential credential) =>
        _used.TryGetValue(credential.Id, out var at) ? credential with { LastUsedAt = at } : credential;

    private Credential? Used(Credential? credential)
    {
        if (credential is not null)
        {
            var now = _clock.System.GetUtcNow();
            if (!_used.TryGetValue(credential.Id, out var before) || now - before > TimeSpan.FromSeconds(1))
            {
                _used[credential.Id] = now;
            }
        }

        return credential;
    }
}
