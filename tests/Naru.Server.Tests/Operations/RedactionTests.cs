using System.Text.Json;
using Microsoft.Extensions.Logging;
using Naru.Server.Logging;

namespace Naru.Server.Tests.Operations;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("821012345678", "8210******78")]
    [InlineData("+82 10-1234-5678", "+82 10-****-**78")]
    [InlineData("010.1234.5678 번", "010.1***.**78 번")]
    [InlineData("?to=%2B82%2010%201234%205678", "?to=%2B82%2010%20****%20**78")]
    [InlineData("１２３４５６７８", "１２３４**７８")]
    public void A_number_keeps_its_first_four_and_its_last_two_digits(string text, string expected) => Redactor.Text(text).ShouldBe(expected);

    [Theory]
    [InlineData("message 0193a2b4-5c6d-7e8f-9012-345678901234 ended")]
    [InlineData("12345678-1234-1234-1234-123456789012")]
    [InlineData("bulk 01JC4V8Q600000000000000000 sealed")]
    [InlineData("trace 0af7651916cd43dd8448eb211c80319c")]
    [InlineData("at 2026-11-02T09:00:00.1234567+09:00, then 2026-11-02 09:00:00Z, 2026-11-02T09:00:00.000+0900 and 2026-11-02")]
    [InlineData("took 00:00:01.2345678")]
    [InlineData("from 192.168.100.200:51234 to http://127.0.0.1:8080/")]
    [InlineData("error 0x80004005")]
    [InlineData("4096 rows in 12.5 ms")]
    public void Ids_instants_and_addresses_stay_readable(string text) => Redactor.Text(text).ShouldBe(text);

    [Theory]
    [InlineData("Authorization: App 003026bbc133714df1834b8638bb496e", "Authorization: [redacted]")]
    [InlineData("GET /x?access_token=abc.def&y=1", "GET /x?access_token=[redacted]&y=1")]
    [InlineData("""bad JSON in {"text":"인증번호는 \"12\" 입니다.","to":1}""", """bad JSON in {"text":"[redacted]","to":1}""")]
    [InlineData("""{"client_secret" : "abc"}""", """{"client_secret" : "[redacted]"}""")]
    [InlineData("sent Bearer eyJhbGciOi.abc", "sent Bearer [redacted]")]
    [InlineData("a basic question", "a basic question")]
    public void Secrets_and_texts_in_running_text_are_taken_out(string text, string expected) => Redactor.Text(text).ShouldBe(expected);

    [Theory]
    [InlineData("Authorization")]
    [InlineData("password")]
    [InlineData("ClientSecret")]
    [InlineData("access_token")]
    [InlineData("MessageText")]
    [InlineData("RequestBody")]
    [InlineData("otp")]
    [InlineData("X-Api-Key")]
    public void A_value_under_a_sensitive_name_is_shown_nowhere(string key)
    {
        using var log = new CapturedLog();
#pragma warning disable CA2254 // The name is the subject of the test.
        using (log.Logger.BeginScope(new Dictionary<string, object?> { [key] = "geheim" }))
        using (log.Logger.BeginScope("with {" + key + "}", "geheim"))
        {
            log.Logger.LogInformation("Got {" + key + "} from {Caller,8}", "geheim", "Kim");
        }
#pragma warning restore CA2254

        log.All.ShouldNotContain("geheim");
        log.Last.GetProperty("message").GetString().ShouldBe("Got [redacted] from      Kim");
        log.Last.GetProperty("values").GetProperty(key).GetString().ShouldBe("[redacted]");
        log.Last.GetProperty("values").GetProperty("Caller").GetString().ShouldBe("Kim");
    }

    [Theory]
    [InlineData("Context")]
    [InlineData("TextLimit")]
    [InlineData("TokenCount")]
    [InlineData("Monkey")]
    public void A_name_that_only_sounds_like_one_is_left_alone(string key) => SensitiveKeys.Contains(key).ShouldBeFalse();

    [Fact]
    public void Our_own_counts_and_instants_are_shown_whole()
    {
        using var log = new CapturedLog();
        log.Logger.LogInformation("Next sequence {NextSequence} after {Elapsed} at {At:O}", 123456789L, 1234567.25, DateTimeOffset.UnixEpoch);

        log.Last.GetProperty("message").GetString().ShouldBe("Next sequence 123456789 after 1234567.25 at 1970-01-01T00:00:00.0000000+00:00");
        log.Last.GetProperty("values").GetProperty("NextSequence").GetInt64().ShouldBe(123456789L);
    }

    [Fact]
    public void A_line_is_one_JSON_object_in_UTC_with_its_event()
    {
        using var log = new CapturedLog();
        using (log.Logger.BeginScope(new Dictionary<string, object?> { ["RequestId"] = "0HN7:00000001" }))
        {
            log.Logger.LogError(new EventId(1008, "LogStopped"), new TimeoutException("첫 줄\n둘째 줄"), "Carrier {Carrier} {{stopped}}\n", "simulator");
        }

        log.Lines.ShouldHaveSingleItem().TrimEnd('\n').ShouldNotContain("\n");
        log.Last.GetProperty("time").GetString().ShouldBe("2026-11-02T00:00:00.000Z");
        log.Last.GetProperty("level").GetString().ShouldBe("error");
        log.Last.GetProperty("category").GetString().ShouldBe("Naru.Tests.Sample");
        log.Last.GetProperty("event").GetInt32().ShouldBe(1008);
        log.Last.GetProperty("name").GetString().ShouldBe("LogStopped");
        log.Last.GetProperty("message").GetString().ShouldBe("Carrier simulator {stopped}\n");
        log.Last.GetProperty("scopes")[0].GetProperty("RequestId").GetString().ShouldBe("0HN7:00000001");
        log.Last.GetProperty("error").GetProperty("type").GetString().ShouldBe("System.TimeoutException");
        log.Lines[0].ShouldContain("첫 줄");
    }

    [Fact]
    public void An_exception_that_had_to_be_changed_keeps_its_type()
    {
        using var log = new CapturedLog();
        log.Logger.LogError(new TimeoutException("no answer for 821012345678"), "Failed");

        var error = log.Last.GetProperty("error");
        error.GetProperty("type").GetString().ShouldBe("System.TimeoutException");
        error.GetProperty("text").GetString().ShouldBe("System.TimeoutException: no answer for 8210******78");
    }

    [Fact]
    public void A_name_that_comes_twice_stands_once_in_the_object()
    {
        using var log = new CapturedLog();
        log.Logger.LogInformation("{A} and {A}", 1, 2);

        log.Last.GetProperty("message").GetString().ShouldBe("1 and 2");
        log.Last.GetProperty("values").EnumerateObject().Count(p => p.NameEquals("A")).ShouldBe(1);
        log.Last.GetProperty("values").ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Fact]
    public void For_a_person_a_line_break_in_a_value_does_not_look_like_another_entry()
    {
        using var log = new CapturedLog(TextLineFormatter.FormatterName);
        log.Logger.LogWarning("Name {Name}", "Kim\n00:00:00.000Z crit Forged[1] all is lost");

        log.All.ShouldStartWith("00:00:00.000Z ");
        log.All.ShouldContain(" Sample[0] Name Kim\n    00:00:00.000Z crit");
    }

    [Theory]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Information, false)]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning, true)]
    [InlineData("System.Net.Http.HttpClient.Default", LogLevel.Information, false)]
    [InlineData("Microsoft.Hosting.Lifetime", LogLevel.Information, true)]
    [InlineData("Naru.Engine.Pumps.Gateway", LogLevel.Information, true)]
    public void Requests_are_not_logged_one_by_one(string category, LogLevel level, bool enabled)
    {
        using var log = new CapturedLog();

        log.For(category).IsEnabled(level).ShouldBe(enabled);
    }
}
