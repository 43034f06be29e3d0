using System.Net;
using Naru.Dialects.Tests.Contracts;
using Naru.Dialects.Tests.Hosting;
using Naru.Engine.Intake;

namespace Naru.Dialects.Tests.Infobip;

public sealed class IdempotencyTests : IAsyncLifetime
{
    private InfobipHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await InfobipHost.StartAsync();

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task The_same_key_with_the_same_body_is_answered_as_before_and_sends_nothing()
    {
        var first = await _host.PostAsync(Bodies.One(), ("Idempotency-Key", "k-1"));
        var second = await _host.PostAsync(Bodies.One(), ("Idempotency-Key", "k-1"));

        first.ShouldBe(HttpStatusCode.OK).Headers.ContainsKey("Idempotency-Replayed").ShouldBeFalse();
        second.ShouldBe(HttpStatusCode.OK).Headers["Idempotency-Replayed"].ShouldBe("true");
        second.Body.ShouldBe(first.Body);
        _host.Gateway.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_422()
    {
        await _host.PostAsync(Bodies.One(), ("Idempotency-Key", "k-1"));

        var answer = await _host.PostAsync(Bodies.One("821012340002"), ("Idempotency-Key", "k-1"));

        Refused(answer, HttpStatusCode.UnprocessableEntity, "E422");
        _host.Gateway.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_that_is_being_worked_on_is_409()
    {
        _host.Gateway.Always = SubmissionResult.InFlight;

        Refused(await _host.PostAsync(Bodies.One(), ("Idempotency-Key", "k-1")), HttpStatusCode.Conflict, "E409");
    }

    [Fact]
    public async Task A_gateway_that_cannot_store_says_503_and_when_to_come_back()
    {
        _host.Gateway.Always = SubmissionResult.Refused;

        var answer = await _host.PostAsync(Bodies.One());

        Refused(answer, HttpStatusCode.ServiceUnavailable, "E503");
        answer.Headers["Retry-After"].ShouldBe("1");
    }

    [Fact]
    public async Task The_key_and_the_hash_of_the_body_reach_the_engine()
    {
        await _host.PostAsync(Bodies.One(), ("Idempotency-Key", new string('k', 255)));
        await _host.PostAsync(Bodies.One());

        _host.Gateway.Submissions[0].IdempotencyKey.ShouldBe(new string('k', 255));
        _host.Gateway.Submissions[0].BodyHash!.Length.ShouldBe(32);
        _host.Gateway.Submissions[1].IdempotencyKey.ShouldBeNull();
    }

    [Fact]
    public async Task A_key_of_more_than_255_characters_is_a_fault_of_the_request()
    {
        var answer = await _host.PostAsync(Bodies.One(), ("Idempotency-Key", new string('k', 256)));

        answer.ShouldBe(HttpStatusCode.BadRequest).Violations().ShouldBe(["Idempotency-Key"]);
        _host.Gateway.Submissions.ShouldBeEmpty();
    }

    private static void Refused(Answer answer, HttpStatusCode status, string code)
    {
        answer.ShouldBe(status);
        OpenApiFile.Infobip.ShouldAccept(answer.Json, "ApiError");
        answer.Json.GetProperty("errorCode").GetString().ShouldBe(code);
    }
}
