using System.Collections.Concurrent;
using System.Text.Json;
using Naru.Core.Kakao;
using Naru.Engine.Registry;

namespace Naru.Engine.Kakao.Outside;

/// <summary>
/// Of which app a token is that Naru did not give: Kakao is asked, once in a while, because nobody else knows. Tokens of apps that are not set up here are
/// nobody's, so this is no way to Kakao for strangers. Held in memory by the token's hash; thread-safe.
/// </summary>
public sealed class TokenOwners(KakaoDirectory directory, KakaoWire wire, KakaoHosts hosts)
{
    private const string InfoPath = "/v1/user/access_token_info";
    private const int MostKnown = 10_000;
    private static readonly TimeSpan s_known = TimeSpan.FromMinutes(10);

    /// <summary>A token that Kakao refused is not asked about again at once: whoever tries tokens is not to reach Kakao with each.</summary>
    private static readonly TimeSpan s_refused = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    public async ValueTask<TokenOwner> FindAsync(string token)
    {
        var hash = Secrets.HashKey(token);
        if (!_known.TryGetValue(hash, out var known) || known.Until <= directory.Now)
        {
            known = await AskAsync(token);
            if (known.Refusal is { Outcome: not PassOutcome.Answered })
            {
                return new TokenOwner(null, 0, known.Refusal);
            }

            if (_known.Count >= MostKnown)
            {
                _known.Clear();
            }

            _known[hash] = known;
        }

        return new TokenOwner(known.Refusal is null ? directory.FindOutside(known.App) : null, known.Person, known.Refusal);
    }

    /// <summary>Kakao said that the token is good no more.</summary>
    public void Forget(string token) => _known.TryRemove(Secrets.HashKey(token), out _);

    private async ValueTask<Known> AskAsync(string token)
    {
        var answer = await wire.SendAsync(new WireCall("GET", new Uri(hosts.Kapi, InfoPath), [("Authorization", [$"Bearer {token}"])], null, default));
        if (!answer.IsSuccess)
        {
            // A client's own fault stays one for a while; a trouble of Kakao's is asked about anew.
            return new Known(0, 0, directory.Now + (answer.Status is >= 400 and <= 499 and not 429 ? s_refused : TimeSpan.Zero), answer);
        }

        try
        {
            using var json = JsonDocument.Parse(answer.Body);
            var (app, person, seconds) = (Number(json, "app_id"), Number(json, "id"), Number(json, "expires_in"));
            return new Known(app, person, directory.Now + TimeSpan.FromSeconds(Math.Clamp(seconds, 0, s_known.TotalSeconds)), null);
        }
        catch (JsonException)
        {
            return new Known(0, 0, directory.Now, WireAnswer.None(PassOutcome.Unknown, "the token's description is no JSON"));
        }
    }

    private static long Number(JsonDocument json, string name) =>
        json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : 0;

    /// <param name="App">Kakao's id.</param>
    private sealed record Known(long App, long Person, DateTimeOffset Until, WireAnswer? Refusal);
}

/// <param name="App">Null where it is not set up here, or Kakao does not take the token.</param>
/// <param name="Person">Kakao's user id.</param>
/// <param name="Refusal">What Kakao says to the token, where it is not good.</param>
public sealed record TokenOwner(DevelopersApp? App, long Person, WireAnswer? Refusal);
