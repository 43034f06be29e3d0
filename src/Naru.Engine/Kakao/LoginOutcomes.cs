using System.Collections.Concurrent;

namespace Naru.Engine.Kakao;

/// <summary>How a login ended.</summary>
/// <param name="Code">The authorization code; null: there is none.</param>
/// <param name="Error">OAuth's word; null: it went well.</param>
public sealed record LoginOutcome(string? Code, string? Error, string? Description, string? State);

/// <summary>
/// Outcomes of logins in a window of their own, until the page that opened it has asked: the JavaScript SDK does so each second, by a number that it made itself.
/// Kept in memory, as long as a code is good: login pages are served to this machine alone, so the same process is asked.
/// </summary>
public sealed class LoginOutcomes(KakaoDirectory directory, KakaoOptions options)
{
    /// <summary>More than these are not kept; the oldest go first.</summary>
    public const int Most = 10_000;

    private readonly ConcurrentDictionary<(long App, string Transaction), (LoginOutcome Outcome, DateTimeOffset Until)> _kept = new();
    private readonly ConcurrentQueue<(long App, string Transaction)> _order = new();

    public void Keep(long app, string transaction, LoginOutcome outcome)
    {
        if (_kept.TryAdd((app, transaction), (outcome, directory.Now + options.CodeLifetime)))
        {
            _order.Enqueue((app, transaction));
        }
        else
        {
            _kept[(app, transaction)] = (outcome, directory.Now + options.CodeLifetime);
        }

        while (_order.TryPeek(out var oldest) && (_order.Count > Most || !_kept.TryGetValue(oldest, out var one) || one.Until <= directory.Now) && _order.TryDequeue(out oldest))
        {
            _kept.TryRemove(oldest, out _);
        }
    }

    /// <summary>Null: the login has not ended, or it was never begun. An outcome may be asked for again: an answer can be lost on its way.</summary>
    public LoginOutcome? Find(long app, string transaction) => _kept.TryGetValue((app, transaction), out var one) && one.Until > directory.Now ? one.Outcome : null;
}
