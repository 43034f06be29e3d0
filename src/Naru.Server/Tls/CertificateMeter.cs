using System.Diagnostics.Metrics;
using Naru.Server.Operations;

namespace Naru.Server.Tls;

/// <summary>When the certificate ends: the one date that nobody remembers.</summary>
internal sealed class CertificateMeter
{
    public CertificateMeter(IMeterFactory factory, CertificateHolder holder) =>
        // The factory owns the meter and ends it with the application.
        factory.Create(ServerMeter.Name).CreateObservableGauge(
            "naru.tls.certificate.not_after", () => holder.NotAfter.ToUnixTimeSeconds(), "s", "End of the HTTPS certificate, seconds since 1970");
}
