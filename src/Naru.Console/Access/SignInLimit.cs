using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Naru.Console.Access;

/// <summary>
/// Slows down whoever guesses passwords: so many attempts a minute from one address, and for one name. Attempts that are refused here
/// cost no password hash.
/// </summary>
internal sealed class SignInLimit : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<Attempt> _limiter;

    public SignInLimit(ConsoleOptions options) => _limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<Attempt, string>(attempt => PerMinute(attempt.Address, options.SignInsPerAddress)),
        PartitionedRateLimiter.Create<Attempt, string>(attempt => PerMinute(attempt.Name, options.SignInsPerName)));

    /// <summary>Null when the attempt may be made, else how long to wait.</summary>
    public TimeSpan? Refusal(HttpContext context, string name)
    {
        using var lease = _limiter.AttemptAcquire(new Attempt(context.Connection.RemoteIpAddress?.ToString() ?? "in process", name));
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window;
    }

    public void Dispose() => _limiter.Dispose();

    private static RateLimitPartition<string> PerMinute(string key, int attempts) => RateLimitPartition.GetFixedWindowLimiter(
        key, _ => new FixedWindowRateLimiterOptions { PermitLimit = attempts, Window = Window, QueueLimit = 0 });

    private readonly record struct Attempt(string Address, string Name);
}
