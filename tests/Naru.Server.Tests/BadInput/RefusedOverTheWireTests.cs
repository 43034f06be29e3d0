using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.BadInput;

/// <summary>Bad input changes nothing, and is answered with the vendor's own error.</summary>
public sealed class RefusedOverTheWireTests(SharedGateway gateway)
{
    public static TheoryData<string, string> BrokenBodies() => new()
    {
        { "nothing at all", "" },
        { "no JSON", "to=821012345678" },
        { "JSON that ends early", """{"messages":[{"sender":"x","destinations":[{"to":"8210""" },
        { "something after the end", """{"messages":[]} trailing""" },
        { "an array", "[]" },
        { "null", "null" },
        { "a comma too many", """{"messages":[],}""" },
    };

    [Theory]
    [MemberData(nameof(BrokenBodies))]
    public async Task A_body_that_is_no_request_is_400(string what, string body)
    {
        what.ShouldNotBeEmpty();
        await using var workspace = await gateway.NewWorkspaceAsync();

        await ShouldBeRefusedAsync(workspace, new StringContent(body, Encoding.UTF8, "application/json"));
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_400()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        var body = Encoding.UTF8.GetBytes(AlimBody.Parcel(workspace.Sender, Destination.Number(1)).ToJsonString());
        // In the middle of the text: a lone continuation byte, and the first half of a surrogate pair as some encoders write it.
        foreach (var broken in new byte[][] { [0x80], [0xED, 0xA0, 0x80], [0xC0, 0xAF] })
        {
            var at = body.AsSpan().IndexOf("4711"u8);
            at.ShouldBeGreaterThan(0);
            using var content = new ByteArrayContent([.. body[..at], .. broken, .. body[at..]]);
            content.Headers.ContentType = new("application/json");
            await ShouldBeRefusedAsync(workspace, content);
        }
    }

    [Fact]
    public async Task JSON_that_is_nested_without_end_is_400()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        var deep = string.Concat(Enumerable.Repeat("[", 100_000));

        await ShouldBeRefusedAsync(workspace, new StringContent($$"""{"messages":{{deep}}""", Encoding.UTF8, "application/json"));
    }

    [Fact]
    public async Task A_fault_is_named_by_its_path()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        var body = AlimBody.Parcel(workspace.Sender, Destination.Number(1), Destination.Number(2));
        ((JsonObject)body["messages"]![0]!["destinations"]![1]!).Remove("to");

        var answer = await ShouldBeRefusedAsync(workspace, InfobipClient.JsonContent(body));

        answer.Json["violations"]!.AsArray().ShouldHaveSingleItem()!["property"]!.ToString().ShouldBe("messages[0].destinations[1].to");
    }

    [Fact]
    public async Task Eleven_megabytes_are_413()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        var body = AlimBody.Parcel(workspace.Sender, Destination.Number(1));
        body["padding"] = new string('x', 11 * 1024 * 1024);

        var answer = await workspace.Infobip.SendAsync(body);

        answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        await ShouldHoldNothingAsync(workspace);
    }

    [Fact]
    public async Task Eleven_megabytes_in_chunks_of_unknown_number_are_413()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        using var content = new ChunkedContent(11 * 1024 * 1024);

        var answer = await workspace.Infobip.SendAsync(content);

        answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("App nobodys-key")]
    [InlineData("Basic bm9ib2R5Om5vdGhpbmc=")]
    [InlineData("Basic %%%")]
    [InlineData("IBSSO nobodys-token")]
    [InlineData("Bearer nobodys-token")]
    [InlineData("Digest whatever")]
    [InlineData("App")]
    public async Task Unknown_credentials_are_401(string authorization)
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        using var client = new HttpClient { BaseAddress = gateway.Url };
        using var request = new HttpRequestMessage(HttpMethod.Post, InfobipClient.MessagesPath)
        {
            Content = InfobipClient.JsonContent(AlimBody.Parcel(workspace.Sender, Destination.Number(1))),
        };
        request.Headers.TryAddWithoutValidation("Authorization", authorization).ShouldBeTrue();

        using var response = await client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errorCode"]!.ToString().ShouldBe("E401");
        await ShouldHoldNothingAsync(workspace);
    }

    [Fact]
    public async Task Anothers_messages_do_not_exist()
    {
        await using var owner = await gateway.NewWorkspaceAsync();
        await using var stranger = await gateway.NewWorkspaceAsync();
        var given = (await owner.Infobip.SendAcceptedAsync(AlimBody.Parcel(owner.Sender, Destination.Number(1)).InBulk("owners-bulk"))).Single().MessageId;
        await owner.Infobip.SendAcceptedAsync(AlimBody.Parcel(owner.Sender, new Destination(Destination.Number(2), "owners-id")));
        await owner.Handset.UntilAsync(2);

        foreach (var query in new[] { $"messageId={given}", "messageId=owners-id", "bulkId=owners-bulk", "messageId=of-nobody" })
        {
            foreach (var path in new[] { InfobipClient.ReportsPath, InfobipClient.LogsPath })
            {
                var answer = await stranger.Infobip.GetAsync($"{path}?{query}");
                answer.Status.ShouldBe(HttpStatusCode.OK);
                answer.Json["results"]!.AsArray().ShouldBeEmpty();
                answer.Body.ShouldBe((await stranger.Infobip.GetAsync($"{path}?messageId=something-else")).Body, "nothing tells that it exists elsewhere");
            }
        }

        (await stranger.Handset.AllAsync()).ShouldBeEmpty();
        (await owner.Infobip.PullUntilAsync(2)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_client_id_of_another_workspace_is_free()
    {
        await using var one = await gateway.NewWorkspaceAsync();
        await using var another = await gateway.NewWorkspaceAsync();
        var to = new Destination(Destination.Number(1), "order-7");

        (await one.Infobip.SendAcceptedAsync(AlimBody.Parcel(one.Sender, to))).Single().StatusId.ShouldBe(7);
        (await another.Infobip.SendAcceptedAsync(AlimBody.Parcel(another.Sender, to))).Single().StatusId.ShouldBe(7);
    }

    [Fact]
    public async Task What_the_vendor_finds_out_later_is_accepted_and_then_reported()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        await using var stranger = await gateway.NewWorkspaceAsync();
        var body = AlimBody.Of(
            AlimBody.Message(workspace.Sender, AlimBody.OtpTemplate, "인증 번호는 1 입니다.", new Destination(Destination.Number(1), "other text")),
            AlimBody.Message(workspace.Sender, "no_such_template", "인증번호는 1 입니다.", new Destination(Destination.Number(1), "no template")),
            AlimBody.Message(new string('0', 40), AlimBody.OtpTemplate, "인증번호는 1 입니다.", new Destination(Destination.Number(1), "no sender")),
            AlimBody.Message(stranger.Sender, AlimBody.OtpTemplate, "인증번호는 1 입니다.", new Destination(Destination.Number(1), "another's sender")),
            AlimBody.Message(workspace.Sender, AlimBody.OtpTemplate, "인증번호는 1 입니다.", new Destination("not a number", "no number")));

        await workspace.Infobip.SendAcceptedAsync(body);

        (await workspace.Infobip.PullUntilAsync(5)).OrderBy(report => report.MessageId, StringComparer.Ordinal)
            .Select(report => (report.MessageId, report.StatusId, report.ErrorId)).ShouldBe(
            [
                ("another's sender", 13, 7084),
                ("no number", 52, 352),
                ("no sender", 13, 7084),
                ("no template", 4, 7009),
                ("other text", 4, 7009),
            ]);
        (await workspace.Handset.AllAsync()).ShouldBeEmpty();
        (await stranger.Handset.AllAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("+82 10-2000-0001")]
    [InlineData("010-2000-0001")]
    [InlineData("0082 10 2000 0001")]
    [InlineData("821020000001")]
    public async Task Numbers_are_understood_as_people_write_them(string to)
    {
        await using var workspace = await gateway.NewWorkspaceAsync();

        await workspace.Infobip.SendAcceptedAsync(AlimBody.Parcel(workspace.Sender, to));

        (await workspace.Infobip.PullUntilAsync(1)).ShouldHaveSingleItem().To.ShouldBe("821020000001");
        (await workspace.Handset.UntilOneAsync("821020000001")).To.ShouldBe("821020000001");
    }

    private static async Task<Answer> ShouldBeRefusedAsync(TestWorkspace workspace, HttpContent body)
    {
        var answer = await workspace.Infobip.SendAsync(body);
        (answer.Status, answer.ErrorCode).ShouldBe((HttpStatusCode.BadRequest, "E400"));
        await ShouldHoldNothingAsync(workspace);
        return answer;
    }

    private static async Task ShouldHoldNothingAsync(TestWorkspace workspace) =>
        (await workspace.Infobip.GetAsync(InfobipClient.LogsPath)).Json["results"]!.AsArray().ShouldBeEmpty();

    /// <summary>A body whose length is not said beforehand.</summary>
    private sealed class ChunkedContent : HttpContent
    {
        private readonly int _size;

        public ChunkedContent(int size)
        {
            _size = size;
            Headers.ContentType = new("application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var chunk = Enumerable.Repeat((byte)' ', 64 * 1024).ToArray();
            for (var written = 0; written < _size; written += chunk.Length)
                await stream.WriteAsync(chunk);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
