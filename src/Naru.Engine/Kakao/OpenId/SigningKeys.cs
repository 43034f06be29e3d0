using System.Collections.Concurrent;
using System.Security.Cryptography;
using Naru.Core.Kakao.OpenId;

namespace Naru.Engine.Kakao.OpenId;

/// <summary>
/// The keys of id tokens, one signing after the other by <see cref="KeyRotation"/>. Each look first writes down what is due, under the directory's lock: so what
/// is published or signed is durable, and there are no two keys for one time. A database has one gateway at a time, and whoever has it next reads its keys. Thread-safe.
/// </summary>
public sealed class SigningKeys(KakaoDirectory directory, KakaoOptions options)
{
    private const int KeyBits = 2048;

    private readonly ConcurrentDictionary<string, RSA> _opened = new(StringComparer.Ordinal);
    private readonly KeyRotation _rotation = new(
        options.SigningKeyPeriod,
        options.SigningKeyCache,
        options.AccessTokenLifetime > options.NativeAccessTokenLifetime ? options.AccessTokenLifetime : options.NativeAccessTokenLifetime);

    /// <summary>With which a token is signed now.</summary>
    public async ValueTask<(string Id, RSA Key)> SignerAsync(CancellationToken cancellationToken)
    {
        await KeepAsync(cancellationToken);
        var signer = KeyRotation.Signer(directory.SigningKeys.Select(static key => key.Times()), directory.Now)!.Id;
        return (signer, Open(directory.SigningKeys.First(key => key.Id == signer)));
    }

    /// <summary>Those that clients may meet: oldest first, the one that signs next among them.</summary>
    public async ValueTask<IReadOnlyList<(string Id, RSA Key)>> PublishedAsync(CancellationToken cancellationToken)
    {
        await KeepAsync(cancellationToken);
        return [.. directory.SigningKeys.Select(key => (key.Id, Open(key)))];
    }

    private async ValueTask KeepAsync(CancellationToken cancellationToken)
    {
        while (Plan("") is { IsNothing: false } due)
        {
            // Making one takes a while: nobody waits for the lock meanwhile.
            var made = due.Published is null ? null : Make();
            await directory.ChangeAsync(() => Change(Plan(made?.Id ?? ""), made), cancellationToken);
        }
    }

    private KeyPlan Plan(string newId) => _rotation.Plan([.. directory.SigningKeys.Select(static key => key.Times())], directory.Now, newId);

    /// <summary>What is still due under the lock; another caller may have done it.</summary>
    private KakaoChange? Change(KeyPlan plan, SigningKey? made)
    {
        var change = new KakaoChange();
        if (plan.Published is { } published && made is not null)
        {
            change.SigningKeys.Add(made with { MadeAt = published.PublishedAt, SignsFrom = published.SignsFrom, TokenLifetime = published.TokenLifetime });
        }

        foreach (var changed in plan.Changed)
        {
            change.SigningKeys.Add(directory.SigningKeys.First(key => key.Id == changed.Id) with { TokenLifetime = changed.TokenLifetime });
        }

        foreach (var over in plan.Over)
        {
            change.RemovedSigningKeys.Add(over.Id);
            _opened.TryRemove(over.Id, out _);
        }

        return change.SigningKeys.Count + change.RemovedSigningKeys.Count > 0 ? change : null;
    }

    private SigningKey Make()
    {
        using var made = RSA.Create(KeyBits);
        return new SigningKey(directory.NewKey(), Convert.ToBase64String(made.ExportPkcs8PrivateKey()), directory.Now);
    }

    private RSA Open(SigningKey key) => _opened.GetOrAdd(
        key.Id,
        static (_, pkcs8) =>
        {
            var rsa = RSA.Create();
            rsa.ImportPkcs8PrivateKey(Convert.FromBase64String(pkcs8), out var _);
            return rsa;
        },
        key.Pkcs8);
}
