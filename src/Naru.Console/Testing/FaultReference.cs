using Naru.Console.Api;
using Naru.Engine.Reference;

namespace Naru.Console.Testing;

/// <summary>The descriptions of <see cref="FaultRoutes"/>.</summary>
internal static class FaultReference
{
    public static readonly Operation SetCallFault = new("Make the next calls of a workspace fail")
    {
        Details = "At the front doors, each in its own words. Replaces what was set before.",
        Parameters = [TestReference.Workspace],
        Body = Body.Of<CallFaultBody>(),
        Answers = [new Answer(204, "Set."), .. TestReference.CallerFaults, ApiReference.TooLarge],
        Security = TestReference.Callers,
        SecurityOptional = true,
    };

    public static readonly Operation ForgetCallFault = new("Let the calls of a workspace succeed again")
    {
        Parameters = [TestReference.Workspace],
        Answers = [new Answer(204, "Forgotten."), .. TestReference.CallerFaults],
        Security = TestReference.Callers,
        SecurityOptional = true,
    };

    public static readonly Operation SetReportFaults = new("Make the next reports of a workspace late, lost or double")
    {
        Details = "The simulator's reports. Replaces what was set before.",
        Parameters = [TestReference.Workspace],
        Body = Body.Of<ReportFaultBody>(),
        Answers = [new Answer(204, "Set."), .. TestReference.CallerFaults, ApiReference.TooLarge],
        Security = TestReference.Callers,
        SecurityOptional = true,
    };

    public static readonly Operation SetLatency = new("Set how long the simulator takes for ordinary numbers")
    {
        Details = "For the whole installation. " + TestReference.ThisMachineOnly,
        Body = Body.Of<LatencyBody>(),
        Answers = [Answer.Of<LatencyBody>(200, "As it is now."), ApiReference.Bad, ApiReference.OffLoopback, ApiReference.TooLarge],
    };
}
