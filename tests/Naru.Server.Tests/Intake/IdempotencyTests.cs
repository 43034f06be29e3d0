using System.Net;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Intake;

public sealed class IdempotencyTests(SharedGateway gateway)
{
    [Fact]
    public async Task The_same_key_and_body_get_the_first_answer_and_nothing_is_sent_again()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        var body = AlimBody.Parcel(workspace.Sender, Destination.Number(1), Destination.Number(2));

        var first = await workspace.Infobip.SendAsync(body, "order-1");
        var second = await workspace.Infobip.SendAsync(body, "order-1");

        (first.Status, first.Replayed).ShouldBe((HttpStatusCode.OK, null));
        (second.Status, second.Replayed).ShouldBe((HttpStatusCode.OK, "true"));
        second.Body.ShouldBe(first.Body);
        await workspace.Handset.UntilAsync(2);
        (await workspace.Infobip.PullUntilAsync(2)).Count.ShouldBe(2);
        (await workspace.Handset.AllAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        await workspace.Infobip.SendAsync(AlimBody.Parcel(workspace.Sender, Destination.Number(1)), "order-1");

        var other = await workspace.Infobip.SendAsync(AlimBody.Parcel(workspace.Sender, Destination.Number(2)), "order-1");

        ((int)other.Status).ShouldBe(422);
        other.ErrorCode.ShouldNotBeNullOrEmpty();
        (await workspace.Handset.AllAsync(Destination.Number(2))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Keys_of_two_workspaces_have_nothing_to_do_with_each_other()
    {
        await using var one = await gateway.NewWorkspaceAsync();
        await using var another = await gateway.NewWorkspaceAsync();
        await one.Infobip.SendAsync(AlimBody.Parcel(one.Sender, Destination.Number(1)), "order-1");

        var answer = await another.Infobip.SendAsync(AlimBody.Parcel(another.Sender, Destination.Number(1)), "order-1");

        (answer.Status, answer.Replayed).ShouldBe((HttpStatusCode.OK, null));
    }

    [Fact]
    public async Task Of_many_at_once_with_one_key_one_is_sent_and_the_others_are_told()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        var body = AlimBody.Parcel(workspace.Sender, [.. Enumerable.Range(0, 500).Select(n => new Destination(Destination.Number(n)))]);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => workspace.Infobip.SendAsync(body, "order-1")));

        answers.Count(answer => answer is { Status: HttpStatusCode.OK, Replayed: null }).ShouldBe(1);
        foreach (var answer in answers)
        {
            (answer.Status is HttpStatusCode.OK or HttpStatusCode.Conflict).ShouldBeTrue($"{answer.Status}: {answer.Body}");
        }

        (await workspace.Infobip.PullUntilAsync(500)).Count.ShouldBe(500);
        (await workspace.Handset.AllAsync()).Count.ShouldBe(500);
    }

    [Fact]
    public async Task A_key_is_honoured_after_a_crash()
    {
        using var data = new DataFolder();
        var before = await NaruProcess.StartAsync(new NaruStart(data.Path));
        using var bench = new TestBench(before.Url);
        var workspace = await bench.CreateWorkspaceAsync();
        var body = AlimBody.Parcel(workspace.Sender, new Destination(Destination.Number(1)), new Destination(Destination.Number(2), "mine"));
        Answer first;
        await using (before)
        {
            first = await workspace.Infobip.SendAsync(body, "order-1");
            first.Status.ShouldBe(HttpStatusCode.OK, first.Body);
            await before.KillAsync();
        }

        await using var after = await NaruProcess.StartAsync(new NaruStart(data.Path));
        using var client = new InfobipClient(after.Url, workspace.ApiKey);
        using var handset = new HandsetClient(after.Url, workspace.ApiKey);
        var second = await client.SendAsync(body, "order-1");

        (second.Status, second.Replayed).ShouldBe((HttpStatusCode.OK, "true"));
        second.Body.ShouldBe(first.Body);
        (await client.PullUntilAsync(2)).Count.ShouldBe(2);
        (await handset.AllAsync()).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x256")]
    public async Task A_key_that_is_empty_or_too_long_is_refused(string key)
    {
        await using var workspace = await gateway.NewWorkspaceAsync();

        var answer = await workspace.Infobip.SendAsync(
            AlimBody.Parcel(workspace.Sender, Destination.Number(1)), key == "x256" ? new string('k', 256) : key);

        (answer.Status, answer.ErrorCode).ShouldBe((HttpStatusCode.BadRequest, "E400"));
    }

    [Fact]
    public async Task A_message_id_that_was_used_before_is_rejected_as_a_duplicate()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        await workspace.Infobip.SendAcceptedAsync(AlimBody.Parcel(workspace.Sender, new Destination(Destination.Number(1), "order-7")));

        var again = await workspace.Infobip.SendAcceptedAsync(
            AlimBody.Parcel(workspace.Sender, new Destination(Destination.Number(1), "order-7"), new Destination(Destination.Number(2), "order-8")));

        again.Select(line => (line.MessageId, line.StatusId)).ShouldBe([("order-7", 23), ("order-8", 7)]);
        await workspace.Handset.UntilOneAsync(Destination.Number(2));
        (await workspace.Handset.AllAsync(Destination.Number(1))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_message_id_that_stands_twice_in_one_request_is_taken_once()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();

        var lines = await workspace.Infobip.SendAcceptedAsync(
            AlimBody.Parcel(workspace.Sender, new Destination(Destination.Number(1), "order-7"), new Destination(Destination.Number(2), "order-7")));

        lines.Select(line => line.StatusId).ShouldBe([7, 23]);
        (await workspace.Infobip.PullUntilAsync(1)).ShouldHaveSingleItem().To.ShouldBe(Destination.Number(1));
        (await workspace.Handset.AllAsync()).ShouldHaveSingleItem().To.ShouldBe(Destination.Number(1));
    }
}
