using Naru.Load.Wire;

namespace Naru.Load.Receiving;

/// <summary>What the receiver makes of a POST. Called from many connections at once.</summary>
internal interface IPushTaker
{
    /// <summary>False: it is answered with 400.</summary>
    bool Take(HttpFraming request);
}

/// <summary>Delivery reports of the Infobip door, up to a hundred in a push.</summary>
internal sealed class InfobipPushes(ReportTally tally) : IPushTaker
{
    public bool Take(HttpFraming request) => tally.Take(request.Body) >= 0;
}
