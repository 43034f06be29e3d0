using System.Net;
using Naru.Dialects.Tests.Contracts;
using Naru.Dialects.Tests.Hosting;
using Naru.Engine;
using Naru.Engine.Intake;

namespace Naru.Dialects.Tests.Infobip;

/// <summary>Looking at bulks, moving, pausing, resuming and cancelling them.</summary>
public sealed class BulkTests : IAsyncLifetime
{
    private const string Schedule = "/sms/1/bulks?bulkId=b-1";
    private const string Status = "/sms/1/bulks/status?bulkId=b-1";

    private InfobipHost _host = null!;

    public static TheoryData<string> Prefixes => ["/sms/1", "/kakao-alim/1", "/kakao-sangdam/1", "/kakao-chingu/1"];

    public async ValueTask InitializeAsync() => _host = await InfobipHost.StartAsync();

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Prefixes))]
    public async Task A_bulk_is_looked_at_under_every_prefix(string prefix)
    {
        Stands(BulkStatus.Pending);

        var schedule = await _host.GetAsync($"{prefix}/bulks?bulkId=b-1");
        var status = await _host.GetAsync($"{prefix}/bulks/status?bulkId=b-1");

        schedule.ShouldBe(HttpStatusCode.OK).Body.ShouldBe("""{"bulkId":"b-1","sendAt":"2026-10-02T00:00:00.000+0000"}""");
        OpenApiFile.Infobip.ShouldAccept(schedule.Json, "x2e05f2.BulkResponse");
        status.ShouldBe(HttpStatusCode.OK).Body.ShouldBe("""{"bulkId":"b-1","status":"PENDING"}""");
        OpenApiFile.Infobip.ShouldAccept(status.Json, "xb28487.BulkStatusResponse");
    }

    [Theory]
    [InlineData(BulkStatus.Pending, "PENDING")]
    [InlineData(BulkStatus.Paused, "PAUSED")]
    [InlineData(BulkStatus.Processing, "PROCESSING")]
    [InlineData(BulkStatus.Cancelled, "CANCELED")]
    [InlineData(BulkStatus.Finished, "FINISHED")]
    public async Task Every_status_has_the_vendors_word(BulkStatus status, string word)
    {
        Stands(status);

        var answer = await _host.GetAsync(Status);

        answer.Json.GetProperty("status").GetString().ShouldBe(word);
        OpenApiFile.Infobip.ShouldAccept(answer.Json, "xb28487.BulkStatusResponse");
    }

    [Theory]
    [InlineData("PAUSED", typeof(BulkChange.Pause), "PAUSED")]
    [InlineData("PROCESSING", typeof(BulkChange.Resume), "PENDING")]
    [InlineData("PENDING", typeof(BulkChange.Resume), "PENDING")]
    [InlineData("CANCELED", typeof(BulkChange.Cancel), "CANCELED")]
    public async Task A_status_that_is_asked_for_is_carried_out_and_the_new_one_answered(string asked, Type change, string now)
    {
        Stands(BulkStatus.Paused);

        var answer = await _host.SendAsync(HttpMethod.Put, Status, $$"""{"status":"{{asked}}"}""");

        answer.ShouldBe(HttpStatusCode.OK).Json.GetProperty("status").GetString().ShouldBe(now);
        _host.Gateway.Changes.ShouldHaveSingleItem().Change.ShouldBeOfType(change);
    }

    [Theory]
    [MemberData(nameof(Prefixes))]
    public async Task The_extra_slash_of_the_Node_SDK_is_no_other_path(string prefix)
    {
        Stands(BulkStatus.Pending);

        (await _host.SendAsync(HttpMethod.Put, $"{prefix}/bulks/?bulkId=b-1", """{"sendAt":"2026-10-03T09:00:00.000+0900"}""")).ShouldBe(HttpStatusCode.OK);
        (await _host.SendAsync(HttpMethod.Put, $"{prefix}/bulks/status/?bulkId=b-1", """{"status":"PAUSED"}""")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("2026-10-03T09:00:00.000+0900", "2026-10-03T00:00:00.000+0000")]
    [InlineData("2026-10-03T00:00:00Z", "2026-10-03T00:00:00.000+0000")]
    [InlineData("2015-07-07T17:00:00.000+01:00", "2026-10-01T00:00:00.000+0000")] // it has passed: now
    [InlineData("2027-03-30T00:00:00.000+0000", "2027-03-30T00:00:00.000+0000")] // 180 days
    public async Task A_bulk_is_moved_and_its_new_start_answered(string sendAt, string answered)
    {
        Stands(BulkStatus.Pending);

        var answer = await _host.SendAsync(HttpMethod.Put, Schedule, $$"""{"sendAt":"{{sendAt}}","unknown":1}""");

        answer.ShouldBe(HttpStatusCode.OK).Json.GetProperty("sendAt").GetString().ShouldBe(answered);
        OpenApiFile.Infobip.ShouldAccept(answer.Json, "x2e05f2.BulkResponse");
    }

    [Theory]
    [InlineData(Schedule, "{}", "sendAt")]
    [InlineData(Schedule, """{"sendAt":null}""", "sendAt")]
    [InlineData(Schedule, """{"sendAt":5}""", "sendAt")]
    [InlineData(Schedule, """{"sendAt":"tomorrow"}""", "sendAt")]
    [InlineData(Schedule, """{"sendAt":"2027-03-30T00:00:00.001+0000"}""", "sendAt")]
    [InlineData(Schedule, "[]", "$")]
    [InlineData(Schedule, "{", "$")]
    [InlineData(Status, "{}", "status")]
    [InlineData(Status, """{"status":"FINISHED"}""", "status")]
    [InlineData(Status, """{"status":"FAILED"}""", "status")]
    [InlineData(Status, """{"status":"paused"}""", "status")]
    [InlineData("/sms/1/bulks", """{"sendAt":"2026-10-03T00:00:00Z"}""", "bulkId")]
    [InlineData("/sms/1/bulks/status?bulkId=a&bulkId=b", """{"status":"PAUSED"}""", "bulkId")]
    public async Task What_cannot_be_read_is_400_in_the_older_words_with_its_field_and_changes_nothing(string path, string body, string field)
    {
        Stands(BulkStatus.Pending);

        var answer = await _host.SendAsync(HttpMethod.Put, path, body);

        answer.ShouldBe(HttpStatusCode.BadRequest);
        OpenApiFile.Infobip.ShouldAccept(answer.Json, "x578c88.ApiException");
        ValidationErrors(answer).ShouldBe([field]);
        _host.Gateway.Changes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(BulkStatus.Finished, "FINISHED")]
    [InlineData(BulkStatus.Cancelled, "CANCELED")]
    public async Task A_change_that_comes_too_late_is_400_and_says_how_the_bulk_stands(BulkStatus status, string word)
    {
        Stands(status);

        var moved = await _host.SendAsync(HttpMethod.Put, Schedule, """{"sendAt":"2026-10-03T00:00:00Z"}""");
        var cancelled = await _host.SendAsync(HttpMethod.Put, Status, """{"status":"CANCELED"}""");

        ValidationErrors(moved.ShouldBe(HttpStatusCode.BadRequest)).ShouldBe(["sendAt"]);
        ValidationErrors(cancelled.ShouldBe(HttpStatusCode.BadRequest)).ShouldBe(["status"]);
        moved.Body.ShouldContain($"the bulk is {word}");
        OpenApiFile.Infobip.ShouldAccept(cancelled.Json, "x578c88.ApiException");
    }

    [Theory]
    [InlineData("GET", "/sms/1/bulks", null)]
    [InlineData("GET", "/sms/1/bulks/status", null)]
    [InlineData("PUT", "/sms/1/bulks", """{"sendAt":"2026-10-03T00:00:00Z"}""")]
    [InlineData("PUT", "/sms/1/bulks/status", """{"status":"PAUSED"}""")]
    public async Task An_unknown_bulk_and_that_of_another_workspace_are_not_found_in_the_vendors_words(string method, string path, string? body)
    {
        await _host.AddWorkspaceAsync("other", "other-key");
        Stands(BulkStatus.Pending);

        var unknown = await _host.SendAsync(new HttpMethod(method), path + "?bulkId=b-2", body);
        var others = await _host.SendAsync(new HttpMethod(method), path + "?bulkId=b-1", body, ("Authorization", "App other-key"));

        unknown.ShouldBe(HttpStatusCode.NotFound).Body.ShouldBe("""{"requestError":{"serviceException":{"messageId":"NOT_FOUND","text":"Bulk not found"}}}""");
        others.ShouldBe(HttpStatusCode.NotFound).Body.ShouldBe(unknown.Body);
    }

    [Fact]
    public async Task Under_the_paths_of_KakaoTalk_errors_are_in_the_newer_words()
    {
        var answer = await _host.GetAsync("/kakao-chingu/1/bulks?bulkId=b-2");

        answer.ShouldBe(HttpStatusCode.NotFound).Violations().ShouldBe(["bulkId"]);
        answer.Body.ShouldContain("Bulk not found");
        OpenApiFile.Infobip.ShouldAccept(answer.Json, "ApiError");
        (await _host.GetAsync("/kakao-sangdam/1/bulks/other")).ShouldBe(HttpStatusCode.NotFound).Json.GetProperty("errorCode").GetString().ShouldBe("E404");
    }

    [Theory]
    [InlineData("sms:message:send", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("kakao:message:send", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("sms:manage", HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("kakao:manage", HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("kakao:logs:read", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    public async Task Scopes_say_who_may_look_and_who_may_change(string scope, HttpStatusCode look, HttpStatusCode change)
    {
        var workspace = await _host.AddWorkspaceAsync("scoped", "scoped-key", scope);
        _host.Gateway.Standings[(workspace.Id, "b-1")] = Standing(BulkStatus.Pending);

        (await _host.GetAsync(Status, ("Authorization", "App scoped-key"))).ShouldBe(look);
        (await _host.SendAsync(HttpMethod.Put, Status, """{"status":"PAUSED"}""", ("Authorization", "App scoped-key"))).ShouldBe(change);
    }

    [Fact]
    public async Task Nobody_without_credentials_and_no_other_method()
    {
        OpenApiFile.Infobip.ShouldAccept((await _host.GetAsync(Status, ("Authorization", "App nobody"))).ShouldBe(HttpStatusCode.Unauthorized).Json, "x578c88.ApiException");
        (await _host.SendAsync(HttpMethod.Post, Status, "{}")).ShouldBe(HttpStatusCode.MethodNotAllowed).Headers["Allow"].ShouldBe("GET, PUT");
    }

    [Fact]
    public async Task While_the_gateway_stops_a_change_is_503_and_may_be_repeated()
    {
        Stands(BulkStatus.Pending);
        _host.Gateway.Always = SubmissionResult.Refused;

        (await _host.SendAsync(HttpMethod.Put, Status, """{"status":"PAUSED"}""")).ShouldBe(HttpStatusCode.ServiceUnavailable).Headers["Retry-After"].ShouldBe("1");
    }

    private void Stands(BulkStatus status) => _host.Gateway.Standings[(_host.Demo.Id, "b-1")] = Standing(status);

    private static BulkStanding Standing(BulkStatus status) =>
        new("b-1", status, InfobipHost.Start.AddDays(1), InfobipHost.Start, 10, 10, null, null);

    private static IReadOnlyList<string> ValidationErrors(Answer answer) =>
        [.. answer.Json.GetProperty("requestError").GetProperty("serviceException").GetProperty("validationErrors").EnumerateObject().Select(field => field.Name)];
}
