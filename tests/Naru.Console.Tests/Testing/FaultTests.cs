using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Naru.Engine.Ports;

namespace Naru.Console.Tests.Testing;

public sealed class FaultTests
{
    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task The_next_calls_of_the_workspace_are_answered_so_and_then_served(int answer)
    {
        await using var host = await TestHost.StartAsync();
        var suite = await host.OrderAsync();
        var other = await host.OrderAsync();

        (await host.SendAsync(HttpMethod.Put, "/test/faults", new { calls = 2, answer }, suite.App)).Status.ShouldBe(204);

        (await host.CallAsync(other.ApiKey)).ShouldBe(200, "another suite's call");
        (await host.CallAsync("demo-api-key")).ShouldBe(200, "the demo's call");
        (await host.CallAsync(suite.ApiKey)).ShouldBe(answer);
        (await host.CallAsync(suite.ApiKey)).ShouldBe(answer);
        (await host.CallAsync(suite.ApiKey)).ShouldBe(200);
    }

    [Fact]
    public async Task Without_credentials_the_demo_is_meant()
    {
        await using var host = await TestHost.StartAsync();
        await host.SendAsync(HttpMethod.Put, "/test/faults", new { answer = 500 });

        (await host.CallAsync("demo-api-key")).ShouldBe(500);
        (await host.CallAsync("demo-api-key")).ShouldBe(200);
    }

    [Fact]
    public async Task Only_calls_on_the_path_are_hit_and_never_the_tests_own()
    {
        await using var host = await TestHost.StartAsync();
        await host.SendAsync(HttpMethod.Put, "/test/faults", new { calls = 5, answer = 503, path = "/kakao-alim/1/reports" });

        (await host.CallAsync("demo-api-key")).ShouldBe(200);
        (await host.GetAsync("/handset/messages", "App demo-api-key")).Status.ShouldBe(200);
        (await host.CallAsync("demo-api-key", "/kakao-alim/1/reports")).ShouldBe(503);

        (await host.SendAsync(HttpMethod.Delete, "/test/faults")).Status.ShouldBe(204);
        (await host.CallAsync("demo-api-key", "/kakao-alim/1/reports")).ShouldBe(200);
    }

    [Fact]
    public async Task The_error_is_the_dialects_own_where_it_has_one()
    {
        await using var host = await TestHost.StartAsync(with: services => services.AddSingleton<IFrontDoorErrorWriter, OwnWords>());
        await host.SendAsync(HttpMethod.Put, "/test/faults", new { answer = 429 });

        var (status, body) = await host.SendAsync(HttpMethod.Post, "/kakao-alim/1/messages", "{}", "App demo-api-key");

        (status, body.GetProperty("errorCode").GetString()).ShouldBe((429, "E429"));
    }

    [Fact]
    public async Task A_call_that_hangs_is_served_when_the_time_is_over()
    {
        await using var host = await TestHost.StartAsync();
        await host.SendAsync(HttpMethod.Put, "/test/faults", new { answer = "hang", hangFor = "50ms" });

        (await host.CallAsync("demo-api-key")).ShouldBe(200);
    }

    [Fact]
    public async Task A_client_that_gives_up_while_its_call_hangs_was_never_heard()
    {
        await using var host = await TestHost.StartAsync();
        await host.SendAsync(HttpMethod.Put, "/test/faults", new { answer = "hang", hangFor = "2m" });
        using var impatient = new HttpClient { BaseAddress = host.Client.BaseAddress, Timeout = TimeSpan.FromMilliseconds(200) };
        impatient.DefaultRequestHeaders.Add("Authorization", "App demo-api-key");

        await Should.ThrowAsync<TaskCanceledException>(impatient.GetAsync("/kakao-alim/1/reports"));

        (await host.CallAsync("demo-api-key")).ShouldBe(200);
    }

    [Theory]
    [InlineData("""{"answer":404}""", "answer")]
    [InlineData("""{"answer":"sleep"}""", "answer")]
    [InlineData("""{"calls":1}""", "answer")]
    [InlineData("""{"calls":0,"answer":500}""", "calls")]
    [InlineData("""{"calls":"3","answer":500}""", "calls")]
    [InlineData("""{"answer":"hang","hangFor":"1h"}""", "hangFor")]
    [InlineData("""{"answer":500,"hangFor":"1s"}""", "hangFor")]
    [InlineData("""{"answer":500,"path":"kakao"}""", "path")]
    public async Task A_bad_fault_names_what_is_wrong(string fault, string parameter)
    {
        await using var host = await TestHost.StartAsync();

        var (status, body) = await host.SendAsync(HttpMethod.Put, "/test/faults", fault);

        (status, body.GetProperty("parameter").GetString()).ShouldBe((400, parameter));
        (await host.CallAsync("demo-api-key")).ShouldBe(200);
    }

    [Fact]
    public async Task Reports_come_late_never_or_twice_for_the_workspace_that_asked()
    {
        await using var host = await TestHost.StartAsync();
        var suite = await host.OrderAsync();

        (await host.SendAsync(HttpMethod.Put, "/test/reports/faults", new { late = 2, lateBy = "30s", lost = 1, duplicate = 3 }, suite.App)).Status.ShouldBe(204);

        host.Simulator.ReportFaultsOf(suite.Workspace.Id).ShouldBe(new ReportFaults(2, TimeSpan.FromSeconds(30), 1, 3));
        host.Simulator.ReportFaultsOf(host.Demo.Id).ShouldBe(ReportFaults.None);
    }

    [Theory]
    [InlineData("""{"late":1}""", "lateBy")]
    [InlineData("""{"lost":-1}""", "lost")]
    [InlineData("""{"duplicates":1}""", "duplicates")]
    public async Task A_bad_report_fault_names_what_is_wrong(string fault, string parameter)
    {
        await using var host = await TestHost.StartAsync();

        (await host.SendAsync(HttpMethod.Put, "/test/reports/faults", fault)).Body.GetProperty("parameter").GetString().ShouldBe(parameter);
    }

    [Fact]
    public async Task The_latency_of_the_simulator_can_be_set()
    {
        await using var host = await TestHost.StartAsync();

        var (status, body) = await host.SendAsync(HttpMethod.Put, "/simulator/latency", new { latency = "200ms" });

        (status, body.GetProperty("latency").GetString()).ShouldBe((200, "PT0.2S"));
        host.Simulator.Latency.ShouldBe(TimeSpan.FromMilliseconds(200));
        (await host.SendAsync(HttpMethod.Put, "/simulator/latency", new { latency = "soon" })).Status.ShouldBe(400);
    }

    private sealed class OwnWords : IFrontDoorErrorWriter
    {
        public bool Serves(PathString path) => path.StartsWithSegments("/kakao-alim", StringComparison.Ordinal);

        public Task WriteAsync(HttpContext context, int status)
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync($$"""{"errorCode":"E{{status}}"}""");
        }
    }
}
