using Naru.Carriers.Tests.Bizgo;
using Naru.Carriers.Tests.Solapi;
using Naru.Core.Templates;
using Naru.Engine.Ports;

namespace Naru.Carriers.Tests.Dealers;

public sealed class DealerImportTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_the_account_has_is_taken_over_and_a_second_time_changes_nothing(bool solapi)
    {
        await using DealerUnderTest dealer = solapi ? new SolapiUnderTest() : new BizgoUnderTest();
        await using var world = await DealerGateway.StartAsync(dealer, pushes: false);
        var workspace = await world.Registry.CreateWorkspaceAsync("other", Core.Workspaces.WorkspaceKind.Normal, null, static (_, _, _) => { }, CancellationToken.None);
        await world.Registry.RemoveWorkspaceAsync(world.Workspace.Id, CancellationToken.None);

        var first = await ((IDealer)world.Carrier).ImportAsync(workspace.Id, CancellationToken.None);
        var second = await ((IDealer)world.Carrier).ImportAsync(workspace.Id, CancellationToken.None);

        (first.NewSenders, first.NewTemplates).ShouldBe((1, 1));
        (second.Senders, second.NewSenders, second.Templates, second.NewTemplates).ShouldBe((1, 0, 1, 0));
        var sender = world.Registry.SendersOf(workspace.Id).ShouldHaveSingleItem();
        sender.ChannelName.ShouldBe("@narudemo");
        var template = world.Registry.TemplatesOf(sender.Key).ShouldHaveSingleItem();
        template.State.ShouldBe(TemplateState.Approved);
        template.Code.Length.ShouldBeLessThanOrEqualTo(30);
        template.Details.Text.ShouldContain("#{package_id}");
    }
}
