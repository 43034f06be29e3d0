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

    private const int Turns = 16;

    private readonly Lock[] _turns = [.. Enumerable.Range(0, Turns).Select(_ => new Lock())];

    private readonly PartitionedRateLimiter<string> _work = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(
            address, _ => new FixedWindowRateLimiterOptions { PermitLimit = PerSecond, Window = TimeSpan.FromSeconds(1), QueueLimit = 0 }));

    public PasswordCheck Check(HttpContext context, CredentialKind kind, BasicCredentials given)
    {
        var isWork = false;
        var known = directory.CheckPassword(kind, given.Name, given.Password, () =>
        {
            isWork = true;
            return false;
        });
        if (!isWork)
        {
            return new PasswordCheck(known, Refused: false);
        }

        // A client that begins with many requests at once brings the same new password with each: the first is checked, the others find it known.
        lock (_turns[(int)((uint)given.Name.GetHashCode(StringComparison.Ordinal) % Turns)])
        {
            var refused = false;
            var credential = directory.CheckPassword(kind, given.Name, given.Password, () => !(refused = !MayWork(context)));
            return new PasswordCheck(credential, refused);
        }
    }

    public void Dispose() => _work.Dispose();

    private bool MayWork(HttpContext context)
    {
        using var lease = _work.AttemptAcquire(context.Connection.RemoteIpAddress?.ToString() ?? "local");
        return lease.IsAcquired;
    }
}

/// <param name="Credential">Null where name and password do not fit, or nobody looked.</param>
/// <param name="Refused">Nobody looked: there were too many attempts from this address.</param>
internal readonly record struct PasswordCheck(Credential? Credential, bool Refused);
