using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Naru.Dialects.Infobip.Errors;

namespace Naru.Dialects.Infobip.Limits;

/// <summary>
/// The vendor's rate limits (contracts/infobip.md §1.2): logs 120 and new brand templates 10 a minute for each credential, sign-ins 10 a second for each client
/// address, applications and entities 1 a second for each credential, OMNI scenarios 20 new and 40 changed ones in ten minutes. Sends and reports have none.
/// </summary>
internal sealed class InfobipRateLimits(InfobipOptions options) : IDisposable
{
    private readonly PartitionedRateLimiter<long> _logs = PerKey<long>(120, TimeSpan.FromMinutes(1), options.RateLimits);
    private readonly PartitionedRateLimiter<long> _brandTemplates = PerKey<long>(10, TimeSpan.FromMinutes(1), options.RateLimits);
    private readonly PartitionedRateLimiter<long> _platform = PerKey<long>(1, TimeSpan.FromSeconds(1), options.PlatformRateLimit);
    private readonly PartitionedRateLimiter<long> _newScenarios = PerKey<long>(20, TimeSpan.FromMinutes(10), options.RateLimits);
    private readonly PartitionedRateLimiter<long> _changedScenarios = PerKey<long>(40, TimeSpan.FromMinutes(10), options.RateLimits);
    private readonly PartitionedRateLimiter<string> _signIns = PerKey<string>(10, TimeSpan.FromSeconds(1), options.RateLimits);

    /// <summary>Null when the credential may read logs now; else how long it should wait.</summary>
    public TimeSpan? LogsOf(long credentialId) => Take(_logs, credentialId);

    /// <summary>Null when the credential may make a brand template now; else how long it should wait.</summary>
    public TimeSpan? BrandTemplatesOf(long credentialId) => Take(_brandTemplates, credentialId);

    /// <summary>Null when the credential may ask for applications and entities now; else how long it should wait.</summary>
    public TimeSpan? PlatformOf(long credentialId) => Take(_platform, credentialId);

    /// <summary>Null when the credential may make an OMNI scenario now; else how long it should wait.</summary>
    public TimeSpan? NewScenariosOf(long credentialId) => Take(_newScenarios, credentialId);

    /// <summary>Null when the credential may change an OMNI scenario now; else how long it should wait.</summary>
    public TimeSpan? ChangedScenariosOf(long credentialId) => Take(_changedScenarios, credentialId);

    public TimeSpan? SignInsFrom(HttpContext context) => Take(_signIns, context.Connection.RemoteIpAddress?.ToString() ?? "local");

    public static Task RefuseAsync(HttpContext context, ErrorFamily family, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return FaultAnswer.WriteAsync(context, family, InfobipFault.TooManyRequests);
    }

    public void Dispose()
    {
        _logs.Dispose();
        _brandTemplates.Dispose();
        _platform.Dispose();
        _newScenarios.Dispose();
        _changedScenarios.Dispose();
        _signIns.Dispose();
    }

    private static TimeSpan? Take<TKey>(PartitionedRateLimiter<TKey> limiter, TKey key)
    {
        using var lease = limiter.AttemptAcquire(key);
        if (lease.IsAcquired)
        {
            return null;
        }

        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1);
    }

    private static PartitionedRateLimiter<TKey> PerKey<TKey>(int permits, TimeSpan window, bool on)
        where TKey : notnull =>
        PartitionedRateLimiter.Create<TKey, TKey>(key => on
            ? RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window, QueueLimit = 0 })
            : RateLimitPartition.GetNoLimiter(key));
}
