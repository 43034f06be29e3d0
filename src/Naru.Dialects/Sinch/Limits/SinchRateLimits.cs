using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Naru.Core.Workspaces;
using Naru.Dialects.Access;

namespace Naru.Dialects.Sinch.Limits;

/// <summary>
/// Sinch's rate limits (contracts/sinch.md §1, §5): tokens by a bucket of 30 that gets 10 a second, requests of a project by a number a second, which is
/// off unless it is set.
/// </summary>
internal sealed class SinchRateLimits : IDisposable
{
    private const int TokenBucket = 30;

    private readonly PartitionedRateLimiter<(string Address, string Name)> _tokens = PartitionedRateLimiter.Create<(string Address, string Name), (string, string)>(
        client => RateLimitPartition.GetTokenBucketLimiter(client, static _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = TokenBucket,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
            QueueLimit = 0,
        }));

    private readonly PartitionedRateLimiter<WorkspaceId>? _requests;

    public SinchRateLimits(SinchOptions options) => _requests = options.RequestsPerSecond is { } rate
        ? PartitionedRateLimiter.Create<WorkspaceId, WorkspaceId>(project => RateLimitPartition.GetFixedWindowLimiter(
            project, _ => new FixedWindowRateLimiterOptions { PermitLimit = rate, Window = TimeSpan.FromSeconds(1), QueueLimit = 0 }))
        : null;

    /// <summary>
    /// Whether this client may fetch a token now. By address and key id: the key id alone is known to others, who could use up its bucket.
    /// </summary>
    public bool TakeToken(HttpContext context)
    {
        var name = AuthorizationHeader.TryRead(context.Request, out var header) && BasicCredentials.TryRead(header.Value, out var given) ? given.Name : "";
        using var lease = _tokens.AttemptAcquire((context.Connection.RemoteIpAddress?.ToString() ?? "local", name));
        return lease.IsAcquired;
    }

    /// <summary>Whether the project may make a request now.</summary>
    public bool TakeRequest(WorkspaceId project)
    {
        if (_requests is null)
        {
            return true;
        }

        using var lease = _requests.AttemptAcquire(project);
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        _tokens.Dispose();
        _requests?.Dispose();
    }
}
