using Naru.Console.Api;
using Naru.Engine.Reference;

namespace Naru.Console.Testing;

/// <summary>The descriptions of <see cref="ClockRoutes"/>.</summary>
internal static class ClockReference
{
    public static readonly Operation Read = new("Read the gateway's clock")
    {
        Details = TestReference.ThisMachineOnly,
        Answers = [Answer.Of<ClockAnswer>(200, "The time that sending, validity and reports go by."), ApiReference.OffLoopback],
    };

    public static readonly Operation Advance = new("Move the gateway's clock forward")
    {
        Details = "For the whole installation, and never back. " + TestReference.ThisMachineOnly,
        Body = Body.Of<ClockBody>(),
        Answers = [Answer.Of<ClockAnswer>(200, "As it is now."), ApiReference.Bad, ApiReference.OffLoopback, ApiReference.TooLarge],
    };
}
