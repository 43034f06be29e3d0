using Naru.Carriers.Tests.Smpp;
using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Carriers.Tests.Simulator;

/// <summary>Texts that are written on the phones.</summary>
public sealed class WritingTests
{
    private const string Number = "0212345678";

    [Fact]
    public async Task What_the_company_has_received_is_on_the_phone_also_where_the_writer_left_meanwhile()
    {
        using var leaving = new CancellationTokenSource();
        var inbox = new InboundLog { Taken = leaving.Cancel };
        await using var world = await SimulatorWorld.OpenAsync(inbox: inbox);
        await world.Registry.AddNumberAsync(world.Home.Id, Number, CancellationToken.None);

        (await world.Simulator.WriteAsync(world.Home.Id, Recipient.Parse(SimulatorWorld.Phone), Number, "네", leaving.Token)).ShouldBeTrue();

        (await inbox.NextAsync()).Text.ShouldBe("네");
        var shown = await world.Simulator.ListAsync(new HandsetQuery { Workspace = world.Home.Id, WithOwn = true }, CancellationToken.None);
        shown.ShouldHaveSingleItem().ShouldSatisfyAllConditions(message => message.IsOwn.ShouldBeTrue(), message => message.Text.ShouldBe("네"));
    }
}
