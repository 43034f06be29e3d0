using System.Net;
using System.Text.Json.Nodes;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Faults;

/// <summary>A client's own tests: what it does when the gateway fails is seen by ordering a failure.</summary>
public sealed class FrontDoorFaultTests(SharedGateway gateway)
{
    [Theory]
    [InlineData(429, "E429")]
    [InlineData(500, "E500")]
    [InlineData(503, null)]
    public async Task The_next_three_calls_fail_as_ordered_and_the_fourth_does_not(int status, string? errorCode)
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        var body = AlimBody.Parcel(workspace.Sender, Destination.Number(1));
        await workspace.SetFaultsAsync(3, status);

        for (var call = 0; call < 3; call++)
        {
            var answer = await workspace.Infobip.SendAsync(body);
            ((int)answer.Status).ShouldBe(status);
            answer.ErrorCode.ShouldNotBeNull();
            if (errorCode is not null)
                answer.ErrorCode.ShouldBe(errorCode);
        }

        await workspace.Infobip.SendAcceptedAsync(body);
        await workspace.Handset.UntilOneAsync(Destination.Number(1));
        (await workspace.Handset.AllAsync()).Count.ShouldBe(1, "a call that failed sent nothing");
    }

    [Fact]
    public async Task A_call_hangs_for_the_ordered_time_and_is_served_then()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        await workspace.SetFaultsAsync(1, JsonValue.Create("hang"), "1s");
        var body = AlimBody.Parcel(workspace.Sender, Destination.Number(1));

        var clock = TimeProvider.System.GetTimestamp();
        await workspace.Infobip.SendAcceptedAsync(body);
        TimeProvider.System.GetElapsedTime(clock).ShouldBeGreaterThan(TimeSpan.FromSeconds(0.9));
    }

    [Fact]
    public async Task Faults_hit_the_workspace_that_ordered_them_and_no_other()
    {
        await using var one = await gateway.NewWorkspaceAsync();
        await using var another = await gateway.NewWorkspaceAsync();

        await one.SetFaultsAsync(1, 500);

        (await another.Infobip.SendAsync(AlimBody.Parcel(another.Sender, Destination.Number(1)))).Status.ShouldBe(HttpStatusCode.OK);
        (await one.Infobip.SendAsync(AlimBody.Parcel(one.Sender, Destination.Number(1)))).Status.ShouldBe(HttpStatusCode.InternalServerError);
    }
}
