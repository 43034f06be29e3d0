using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;

namespace Naru.Dialects.Access;

/// <summary>
/// Checks the password that a request brings. A password that is known to fit costs nothing; any other costs the gateway milliseconds of PBKDF2, which
/// strangers could spend for it: so many a second for each client address, and no more.
/// </summary>
internal sealed class PasswordChecks(WorkspaceDirectory directory) : IDisposable
{
    /// <summary>As Infobip's sign-ins (contracts/infobip.md §1.2).</summary>
    public const int PerSecond = 10;

    private readonly PartitionedRateLimiter<string> _work = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(
            address, _ => new FixedWindowRateLimiterOptions { PermitLimit = PerSecond, Window = TimeSpan.FromSeconds(1), QueueLimit = 0 }));

    public PasswordCheck Check(HttpContext context, CredentialKind kind, BasicCredentials given)
    {
        var refused = false;
        var credential = directory.CheckPassword(kind, given.Name, given.Password, MayWork);
        return new PasswordCheck(credential, refused);

        bool MayWork()
        {
            using var lease = _work.AttemptAcquire(context.Connection.RemoteIpAddress?.ToString() ?? "local");
            refused = !lease.IsAcquired;
            return lease.IsAcquired;
        }
    }

    public void Dispose() => _work.Dispose();
}

/// <param name="Credential">Null where name and password do not fit, or nobody looked.</param>
/// <param name="Refused">Nobody looked: there were too many attempts from this address.</param>
internal readonly record struct PasswordCheck(Credential? Credential, bool Refused);
