using Microsoft.AspNetCore.Http;
using Naru.Core.Timing;
using Naru.Core.Workspaces;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Tests.Pumps;

/// <summary>Items that go one by one, over real connections.</summary>
public sealed class PushPumpTests
{
    [Fact]
    public async Task Every_item_is_a_request_of_its_own_in_the_order_of_its_message_and_few_go_side_by_side()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var host = await PumpHost.StartAsync(new EngineSettings { RequestsPerEndpoint = 6 });
        await host.SubscribeAsync(receiver.Url);
        var six = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        receiver.Answer = (r, _) =>
        {
            if (r.Side == 6)
            {
                six.TrySetResult();
            }

            return six.Task;
        };

        var lines = await host.SendAsync(120);
        var received = await receiver.UntilAsync("/", 240);

        foreach (var line in lines)
        {
            received.Where(r => r.Body.EndsWith(line.PublicId, StringComparison.Ordinal)).Select(r => r.Body[..^line.PublicId.Length])
                .ShouldBe(["Submitted ", "Final "], line.PublicId);
        }

        received.Select(r => r.PushId).Distinct().Count().ShouldBe(240);
        received.Max(r => r.Side).ShouldBe(6);
        var pushes = await host.UntilAsync(all => all.All(p => p.State == PushState.Done));
        pushes.Sum(p => p.Items.Length).ShouldBe(240);
        pushes.Sum(p => p.Attempts.Sum(a => a.Requests)).ShouldBe(240);
        pushes.Count.ShouldBeLessThan(60);
    }

    [Fact]
    public async Task What_failed_comes_again_with_the_same_id_and_what_was_refused_comes_with_a_replay()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var host = await PumpHost.StartAsync();
        await host.SubscribeAsync(receiver.Url);
        var line = "";
        var failed = false;
        receiver.Answer = (r, context) =>
        {
            var refuses = r.Body.StartsWith("Final", StringComparison.Ordinal) && line.Length == 0;
            context.Response.StatusCode = refuses ? 403 : failed ? 200 : 503;
            failed = failed || !refuses;
            return Task.CompletedTask;
        };

        line = (await host.SendAsync(1))[0].PublicId;
        await receiver.UntilAsync("/", 1);
        await host.UntilAsync(all => all is [{ Failures: 1 }]);
        line = "";
        host.Clock.Advance(TimeSpan.FromSeconds(6));
        await receiver.UntilAsync("/", 3);
        var push = (await host.UntilAsync(all => all is [{ State: PushState.Exhausted }]))[0];
        line = "anything";
        (await host.Gateway.ReplayPushAsync(host.Workspace.Id, push.Id, CancellationToken.None)).ShouldBeTrue();
        var received = await receiver.UntilAsync("/", 5);

        (await host.UntilAsync(all => all is [{ State: PushState.Done }]))[0].Attempts.Select(a => (a.Status, a.Requests)).ShouldBe([(503, 1), (200, 1), (403, 1), (200, 2)]);
        received.Where(r => r.Body.StartsWith("Submitted", StringComparison.Ordinal)).Select(r => r.PushId).Distinct().ShouldHaveSingleItem();
        received.Where(r => r.Body.StartsWith("Final", StringComparison.Ordinal)).Select(r => r.PushId).Distinct().ShouldHaveSingleItem();
        received.Select(r => r.PushId).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_receiver_that_is_down_is_not_asked_for_every_item()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var host = await PumpHost.StartAsync(new EngineSettings { RequestsPerEndpoint = 4, PushesPerEndpoint = 1 });
        await host.SubscribeAsync(receiver.Url);
        receiver.Answer = static (_, context) =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };

        await host.SendAsync(100);
        var pushes = await host.UntilAsync(all => all.Count > 0 && all.All(p => p.Failures > 0));

        pushes.ShouldAllBe(p => p.Attempts.Sum(a => a.Requests) <= 8);
        pushes.ShouldAllBe(p => p.Taken.IsEmpty);
    }

    [Fact]
    public async Task Callbacks_of_an_app_with_a_limit_leave_evenly()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var host = await PumpHost.StartAsync(limits: new AppLimits(WebhooksPerSecond: 20));
        await host.SubscribeAsync(receiver.Url);

        await host.SendAsync(20);
        var received = await receiver.UntilAsync("/", 40);

        var at = received.Select(r => r.At).Order().ToArray();
        for (var i = 20; i < at.Length; i++)
        {
            // What a busy machine adds to the way of the first may be missing on the way of the last.
            (at[i] - at[i - 20]).ShouldBeGreaterThan(TimeSpan.FromSeconds(1) - EvenPace.Lateness - TimeSpan.FromMilliseconds(250));
        }

        (await host.UntilAsync(all => all.All(p => p.State == PushState.Done))).Count.ShouldBeLessThan(20);
    }

    [Fact]
    public async Task A_stop_waits_for_what_is_out_and_leaves_the_rest_open()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var host = await PumpHost.StartAsync(new EngineSettings { RequestsPerEndpoint = 2 });
        await host.SubscribeAsync(receiver.Url);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var came = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        receiver.Answer = async (r, _) =>
        {
            if (r.Side == 2)
            {
                came.TrySetResult();
            }

            await gate.Task;
        };

        await host.SendAsync(30);
        await came.Task;
        var stopping = host.Gateway.StopAsync(CancellationToken.None);
        gate.SetResult();
        await stopping;

        var taken = (await host.PushesAsync()).Sum(p => p.State == PushState.Done ? p.Items.Length : p.Taken.Count);
        taken.ShouldBe(receiver.All.Count);
        taken.ShouldBeLessThan(60);
    }
}
