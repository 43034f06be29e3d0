using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Naru.Engine.Pumps;
using Naru.Server.Operations.Metrics;

namespace Naru.Server.Tests.Operations;

public sealed class MetricsTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MetricsCollector _collector;
    private readonly Meter _meter;

    public MetricsTests()
    {
        _collector = Listen(new MetricsOptions { Meters = ["Naru"], MaxLabelSets = 3 });
        _meter = Factory.Create("Naru.Tests");
    }

    private IMeterFactory Factory => _services.GetRequiredService<IMeterFactory>();

    public void Dispose()
    {
        _collector.Dispose();
        _services.Dispose();
    }

    [Fact]
    public void A_counter_is_written_with_its_help_its_type_and_its_labels()
    {
        var counter = _meter.CreateCounter<long>("naru.messages.finished", "{message}", "Messages that ended,\nby state \\ kind");
        counter.Add(2, Tag("state", "Delivered"));
        counter.Add(3, Tag("state", "Delivered"));
        counter.Add(1, Tag("state", "Expired"));

        _collector.Scrape().ShouldBe(
            """
            # HELP naru_messages_finished_total Messages that ended,\nby state \\ kind
            # TYPE naru_messages_finished_total counter
            naru_messages_finished_total{state="Delivered"} 5
            naru_messages_finished_total{state="Expired"} 1

            """);
    }

    [Fact]
    public void A_label_value_cannot_break_out_of_its_line()
    {
        _meter.CreateCounter<int>("naru.x").Add(1, Tag("the.path", "a\"b\\c\n# TYPE evil counter"));

        _collector.Scrape().ShouldContain("""naru_x_total{the_path="a\"b\\c\n# TYPE evil counter"} 1""");
    }

    [Fact]
    public void Tags_in_another_order_or_of_another_type_are_the_same_line()
    {
        var counter = _meter.CreateCounter<long>("naru.x");
        counter.Add(1, Tag("a", 1), Tag("b", true));
        counter.Add(1, Tag("b", true), Tag("a", 1));
        counter.Add(1, Tag("a", "1"), Tag("b", "true"));

        Lines("naru_x_total").ShouldBe(["""naru_x_total{a="1",b="true"} 3"""]);
    }

    [Fact]
    public void A_histogram_counts_upwards_to_infinity_and_a_value_on_a_bound_is_within_it()
    {
        var histogram = _meter.CreateHistogram<double>("naru.commit.duration", "s");
        foreach (var seconds in new[] { 0.0005, 0.0006, 2, 60, double.NaN })
        {
            histogram.Record(seconds);
        }

        var lines = Lines("naru_commit_duration_seconds");

        lines.ShouldContain("""naru_commit_duration_seconds_bucket{le="0.0005"} 1""");
        lines.ShouldContain("""naru_commit_duration_seconds_bucket{le="0.001"} 2""");
        lines.ShouldContain("""naru_commit_duration_seconds_bucket{le="2.5"} 3""");
        lines.ShouldContain("""naru_commit_duration_seconds_bucket{le="30"} 3""");
        lines.ShouldContain("""naru_commit_duration_seconds_bucket{le="+Inf"} 4""");
        lines.ShouldContain("naru_commit_duration_seconds_count 4");
        lines.ShouldContain("naru_commit_duration_seconds_sum 62.0011");
    }

    [Fact]
    public void Bounds_that_the_instrument_advises_come_before_ours()
    {
        var advice = new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 7] };
        _meter.CreateHistogram("naru.x", "s", null, null, advice).Record(3, Tag("a", "b"));

        Lines("naru_x_seconds").ShouldBe(
        [
            """naru_x_seconds_bucket{a="b",le="1"} 0""",
            """naru_x_seconds_bucket{a="b",le="7"} 1""",
            """naru_x_seconds_bucket{a="b",le="+Inf"} 1""",
            """naru_x_seconds_sum{a="b"} 3""",
            """naru_x_seconds_count{a="b"} 1""",
        ]);
    }

    [Fact]
    public void Gauges_and_up_down_counters_show_where_they_stand()
    {
        var waiting = _meter.CreateUpDownCounter<long>("naru.waiting");
        waiting.Add(5);
        waiting.Add(-2);
        var level = _meter.CreateGauge<double>("naru.level");
        level.Record(1.5);
        level.Record(0.25);

        var text = _collector.Scrape();

        text.ShouldContain("# TYPE naru_waiting gauge\nnaru_waiting 3\n");
        text.ShouldContain("# TYPE naru_level gauge\nnaru_level 0.25\n");
    }

    [Fact]
    public void What_is_no_longer_observed_is_no_longer_shown()
    {
        Measurement<int>[] observed = [new(1, Tag("endpoint", "a")), new(2, Tag("endpoint", "b"))];
        _meter.CreateObservableGauge("naru.resting", () => observed);

        Lines("naru_resting").Count.ShouldBe(2);
        observed = [new(4, Tag("endpoint", "b"))];
        Lines("naru_resting").ShouldBe(["""naru_resting{endpoint="b"} 4"""]);
    }

    [Fact]
    public void A_value_that_cannot_be_observed_hides_no_other()
    {
        _meter.CreateObservableGauge("naru.broken", int () => throw new InvalidOperationException("no"));
        _meter.CreateObservableCounter("naru.whole", () => 7L);

        Lines("naru_whole_total").ShouldBe(["naru_whole_total 7"]);
    }

    [Fact]
    public void Label_sets_are_bounded_and_the_sum_stays_right()
    {
        var counter = _meter.CreateCounter<long>("naru.x");
        for (var i = 0; i < 100; i++)
        {
            counter.Add(1, Tag("who", i));
        }

        var lines = Lines("naru_x_total");

        lines.Count.ShouldBe(4);
        lines.ShouldContain("""naru_x_total{otel_metric_overflow="true"} 97""");
    }

    [Fact]
    public async Task No_measurement_is_lost_among_many_threads()
    {
        var counter = _meter.CreateCounter<long>("naru.x");
        var histogram = _meter.CreateHistogram<double>("naru.y");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                counter.Add(1, Tag("worker", worker % 2));
                histogram.Record(0.5);
            }
        })));

        Lines("naru_x_total").ShouldBe(["""naru_x_total{worker="0"} 40000""", """naru_x_total{worker="1"} 40000"""]);
        Lines("naru_y").ShouldContain("naru_y_sum 40000");
        Lines("naru_y").ShouldContain("naru_y_count 80000");
    }

    [Fact]
    public void A_measurement_with_known_tags_makes_no_garbage()
    {
        var counter = _meter.CreateCounter<long>("naru.x");
        var (state, carrier) = (Tag("state", "Delivered"), Tag("carrier", "simulator"));
        counter.Add(1, state, carrier);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            counter.Add(1, state, carrier);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000);
    }

    [Fact]
    public void Another_application_in_this_process_and_other_meters_are_not_heard()
    {
        using var others = new ServiceCollection().AddMetrics().BuildServiceProvider();
        others.GetRequiredService<IMeterFactory>().Create("Naru.Tests").CreateCounter<long>("naru.theirs").Add(1);
        Factory.Create("Narubis").CreateCounter<long>("naru.other").Add(1);

        _collector.Scrape().ShouldBeEmpty();
    }

    [Fact]
    public void The_meter_of_the_gateway_is_heard()
    {
        using var meter = new GatewayMeter(Factory);

        _collector.Scrape().ShouldContain("# HELP naru_messages_working Messages in memory\n# TYPE naru_messages_working gauge\nnaru_messages_working 0\n");
    }

    [Fact]
    public async Task Prometheus_is_answered_in_its_format_with_the_server_and_the_runtime_in_it()
    {
        await using var host = await OperationsHost.StartAsync();
        (await host.Client.GetAsync("/livez")).EnsureSuccessStatusCode();

        var answer = await host.Client.GetAsync("/metrics");
        var text = await answer.Content.ReadAsStringAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        text.ShouldContain("naru_ready 1\n");
        text.ShouldContain("naru_build_info{version=\"");
        text.ShouldContain("http_server_active_requests{");
        text.ShouldContain("dotnet_process_memory_working_set_bytes ");
        Names(text).ShouldBeUnique();
    }

    [Fact]
    public async Task With_a_token_set_nobody_else_reads_them()
    {
        await using var host = await OperationsHost.StartAsync(null, ("Naru:Metrics:Token", "s3cret"));
        async Task<HttpStatusCode> AskAsync(string? authorization)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
            request.Headers.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);
            using var answer = await host.Client.SendAsync(request);
            return answer.StatusCode;
        }

        (await AskAsync(null)).ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync("Bearer s3cre")).ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync("Basic s3cret")).ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync("Bearer s3cret")).ShouldBe(HttpStatusCode.OK);
    }

    private static KeyValuePair<string, object?> Tag(string key, object? value) => new(key, value);

    private static IEnumerable<string> Names(string text) => text.Split('\n').Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal));

    private MetricsCollector Listen(MetricsOptions options) => new(options, Factory, NullLogger<MetricsCollector>.Instance);

    private List<string> Lines(string metric) =>
        [.. _collector.Scrape().Split('\n').Where(line => line.StartsWith(metric, StringComparison.Ordinal))];
}
