using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Naru.Server.Operations;
using Naru.Server.Operations.Health;

namespace Naru.Server.Tests.Operations;

public sealed class HealthTests
{
    [Fact]
    public async Task A_process_that_is_up_is_live_even_when_it_wants_no_traffic()
    {
        await using var host = await OperationsHost.StartAsync(new SettableCheck { Reason = GatewayReadiness.StoreFailed });

        var answer = await host.Client.GetAsync("/livez");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"status":"live"}""");
    }

    [Fact]
    public async Task It_is_ready_from_the_moment_its_parts_are()
    {
        var check = new SettableCheck { Reason = GatewayReadiness.Starting };
        await using var host = await OperationsHost.StartAsync(check);

        var before = await host.Client.GetAsync("/readyz");
        check.Reason = null;
        var after = await host.Client.GetAsync("/readyz");

        before.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var body = await before.Content.ReadFromJsonAsync<JsonElement>();
        body.GetProperty("status").GetString().ShouldBe("not ready");
        body.GetProperty("reasons")[0].GetString().ShouldBe(GatewayReadiness.Starting);
        after.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await after.Content.ReadAsStringAsync()).ShouldBe("""{"status":"ready"}""");
    }

    [Fact]
    public async Task It_says_no_from_the_first_moment_of_a_stop()
    {
        await using var host = await OperationsHost.StartAsync();
        var readiness = host.App.Services.GetRequiredService<Readiness>();
        readiness.Look().IsReady.ShouldBeTrue();

        IReadOnlyList<string>? atStop = null;
        var lifetime = host.App.Services.GetRequiredService<IHostApplicationLifetime>();
        lifetime.ApplicationStopping.Register(() => atStop = readiness.Look().Reasons);
        await host.App.StopAsync();

        atStop.ShouldBe([StoppingReadiness.Stopping]);
    }

    [Theory]
    [InlineData(false, false, GatewayReadiness.Starting)]
    [InlineData(true, false, null)]
    [InlineData(false, true, GatewayReadiness.StoreFailed)]
    [InlineData(true, true, GatewayReadiness.StoreFailed)]
    public void A_gateway_whose_store_failed_is_not_ready_whatever_else_it_is(bool ready, bool broken, string? reason) =>
        GatewayReadiness.Judge(ready, broken).ShouldBe(reason);

    [Fact]
    public async Task A_process_whose_store_failed_ends_with_an_error_after_its_callers_had_their_answers()
    {
        var exitCode = Environment.ExitCode;
        try
        {
            var (broken, time, lifetime) = (new TaskCompletionSource(), new ManualTime(), new CountingLifetime());
            using var service = new EndWhenStoreFails(broken.Task, lifetime, time, NullLogger<EndWhenStoreFails>.Instance);
            await service.StartAsync(CancellationToken.None);

            broken.SetResult();
            await time.UntilSomebodyWaitsAsync();
            lifetime.Stops.ShouldBe(0);
            time.Advance(EndWhenStoreFails.Grace);
            await service.ExecuteTask!;

            lifetime.Stops.ShouldBe(1);
            Environment.ExitCode.ShouldBe(EndWhenStoreFails.ExitCode);
        }
        finally
        {
            Environment.ExitCode = exitCode;
        }
    }

    private sealed class CountingLifetime : IHostApplicationLifetime
    {
        public int Stops { get; private set; }

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => Stops++;
    }
}
