using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Templates;
using Naru.Core.Workspaces;
using Naru.Engine;
using Naru.Engine.Ports;

namespace Naru.Console.Tests.Testing;

public sealed class HandsetApiTests
{
    [Fact]
    public async Task A_test_reads_the_one_time_code_without_a_regular_expression()
    {
        await using var host = await TestHost.StartAsync();
        host.Handset.Messages.Add(Otp(host.Demo.Id, 7));

        var (status, body) = await host.GetAsync("/handset/messages?to=01012345678&template=otp_template&after=6&count=1&wait=5s");

        status.ShouldBe(200);
        var message = body.GetProperty("messages").EnumerateArray().ShouldHaveSingleItem();
        message.GetProperty("variables").GetProperty("code").GetString().ShouldBe("123456");
        message.GetProperty("text").GetString().ShouldBe("인증번호는 123456 입니다.");
        message.GetProperty("to").GetString().ShouldBe("821012345678");
        message.GetProperty("channel").GetString().ShouldBe("AlimTalk");
        message.GetProperty("at").GetString().ShouldBe("2026-11-02T00:00:00.123Z");
        message.GetProperty("buttons")[0].GetProperty("type").GetString().ShouldBe("WL");
        message.GetProperty("pressed").EnumerateArray().Select(p => p.GetInt32()).ShouldBe([0]);
        host.Handset.Asked.ShouldBe([(new HandsetQuery
        {
            Workspace = host.Demo.Id, To = Recipient.Parse("821012345678"), After = 6, Template = "otp_template", Count = 1, Limit = 1000,
        }, TimeSpan.FromSeconds(5))]);
    }

    [Fact]
    public async Task A_test_reads_all_that_an_item_list_holds_and_every_kind_of_button()
    {
        await using var host = await TestHost.StartAsync();
        host.Handset.Messages.Add(Otp(host.Demo.Id, 7) with
        {
            Parts = new AlimTalkParts
            {
                Header = "주문 내역",
                Highlight = new Highlight("감귤 5kg", "12,900원", "https://naru.example/thumb.png"),
                Items = [new ListItem("주문번호", "77")],
                Summary = new ListItem("합계", "12,900원"),
                QuickReplies = [.. Enum.GetValues<ButtonKind>().Select(kind => new Button(kind, kind.ToString()))],
            },
            Extra = "7일 안에 반품할 수 있습니다.",
            Invites = true,
        });

        var (status, body) = await host.GetAsync("/handset/messages");

        status.ShouldBe(200);
        var message = body.GetProperty("messages")[0];
        message.GetProperty("header").GetString().ShouldBe("주문 내역");
        message.GetProperty("highlight").GetProperty("imageUrl").GetString().ShouldBe("https://naru.example/thumb.png");
        message.GetProperty("items")[0].GetProperty("description").GetString().ShouldBe("77");
        message.GetProperty("summary").GetProperty("title").GetString().ShouldBe("합계");
        message.GetProperty("extra").GetString().ShouldBe("7일 안에 반품할 수 있습니다.");
        message.GetProperty("invitation").GetString().ShouldStartWith("채널 추가하고");
        message.GetProperty("quickReplies").EnumerateArray().Select(reply => reply.GetProperty("type").GetString())
            .ShouldBe(["WL", "AL", "DS", "BK", "MD", "BC", "BT", "AC", "BF", "P1", "P2", "P3", "TN"]);
    }

    [Theory]
    [InlineData("500ms", 500)]
    [InlineData("PT1.5S", 1500)]
    [InlineData("1m", 60_000)]
    public async Task The_wait_may_be_written_in_several_ways(string wait, int milliseconds)
    {
        await using var host = await TestHost.StartAsync();

        (await host.GetAsync($"/handset/messages?wait={wait}")).Status.ShouldBe(200);

        host.Handset.Asked.ShouldHaveSingleItem().Wait.TotalMilliseconds.ShouldBe(milliseconds);
    }

    [Theory]
    [InlineData("to=nobody", "to")]
    [InlineData("to=", "to")]
    [InlineData("to=821012345678&to=821000000000", "to")]
    [InlineData("after=-1", "after")]
    [InlineData("after=x", "after")]
    [InlineData("count=0", "count")]
    [InlineData("wait=5", "wait")]
    [InlineData("wait=61s", "wait")]
    [InlineData("wait=-PT5S", "wait")]
    [InlineData("wait=99999999999999999999h", "wait")]
    [InlineData("form=821012345678", "form")]
    [InlineData("workspace=demo", "workspace")]
    public async Task A_bad_parameter_is_named(string query, string parameter)
    {
        await using var host = await TestHost.StartAsync();

        var (status, body) = await host.GetAsync($"/handset/messages?{query}");

        status.ShouldBe(400);
        body.GetProperty("parameter").GetString().ShouldBe(parameter);
        body.GetProperty("status").GetInt32().ShouldBe(400);
        host.Handset.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Credentials_of_any_kind_name_the_workspace()
    {
        await using var host = await TestHost.StartAsync();
        var suite = await host.OrderAsync();
        host.Handset.Messages.Add(Otp(suite.Workspace.Id, 1));
        var infobip = suite.Answer.GetProperty("infobip");
        var sinch = suite.Answer.GetProperty("sinch");
        string Basic(string name, string secret) => $"Basic {Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{name}:{secret}"))}";
        string[] authorizations =
        [
            suite.App,
            Basic(infobip.GetProperty("username").GetString()!, infobip.GetProperty("password").GetString()!),
            Basic(sinch.GetProperty("keyId").GetString()!, sinch.GetProperty("keySecret").GetString()!),
        ];

        foreach (var authorization in authorizations)
        {
            (await host.GetAsync("/handset/messages", authorization)).Body.GetProperty("messages").GetArrayLength().ShouldBe(1, authorization[..5]);
        }

        (await host.GetAsync("/handset/messages")).Body.GetProperty("messages").GetArrayLength().ShouldBe(0, "without, it is the demo's");
        (await host.GetAsync($"/handset/messages?workspace={suite.Workspace.PublicId}")).Body.GetProperty("messages").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Unknown_credentials_open_nothing()
    {
        await using var host = await TestHost.StartAsync();

        (await host.GetAsync("/handset/messages", "App wrong")).Status.ShouldBe(401);
        (await host.GetAsync("/handset/messages", "Basic !!!")).Status.ShouldBe(401);
        (await host.SendAsync(HttpMethod.Delete, "/handset", null, "Bearer wrong")).Status.ShouldBe(401);
        host.Handset.Cleared.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_workspace_that_is_in_use_is_not_read_without_its_credentials()
    {
        await using var host = await TestHost.StartAsync();
        var real = await host.Registry.CreateWorkspaceAsync("real", WorkspaceKind.Normal, null, (_, _, _) => { }, default);

        (await host.GetAsync($"/handset/messages?workspace={real.PublicId}")).Status.ShouldBe(404);
        (await host.GetAsync($"/handset/messages?workspace={real.PublicId}", "App demo-api-key")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task One_phone_is_emptied_or_all_of_the_workspace()
    {
        await using var host = await TestHost.StartAsync();

        (await host.SendAsync(HttpMethod.Delete, "/handset?to=821012345678")).Status.ShouldBe(204);
        (await host.SendAsync(HttpMethod.Delete, "/handset")).Status.ShouldBe(204);
        (await host.SendAsync(HttpMethod.Delete, "/handset?to=")).Status.ShouldBe(400);

        host.Handset.Cleared.ShouldBe([(host.Demo.Id, Recipient.Parse("821012345678")), (host.Demo.Id, null)]);
    }

    [Fact]
    public async Task A_button_is_pressed_and_one_that_is_not_there_is_not()
    {
        await using var host = await TestHost.StartAsync();
        host.Handset.Messages.Add(Otp(host.Demo.Id, 7));

        (await host.SendAsync(HttpMethod.Post, "/handset/messages/7/buttons/0")).Status.ShouldBe(204);
        (await host.SendAsync(HttpMethod.Post, "/handset/messages/7/buttons/1")).Status.ShouldBe(404);
        (await host.SendAsync(HttpMethod.Post, "/handset/messages/8/buttons/0")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_page_of_another_site_reads_and_empties_nothing()
    {
        await using var host = await TestHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/handset");
        request.Headers.Add("Origin", "https://evil.example");

        using var response = await host.Client.SendAsync(request);

        ((int)response.StatusCode).ShouldBe(403);
        host.Handset.Cleared.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_real_work_there_are_no_test_routes()
    {
        await using var host = await TestHost.StartAsync(GatewayMode.Serve);

        (await host.GetAsync("/handset/messages")).Status.ShouldBe(404);
        (await host.SendAsync(HttpMethod.Post, "/test/workspaces")).Status.ShouldBe(404);
        (await host.SendAsync(HttpMethod.Put, "/test/faults", new { calls = 1, answer = 500 })).Status.ShouldBe(404);
    }

    private static HandsetMessage Otp(WorkspaceId workspace, long id) => new(
        id, workspace, Recipient.Parse("821012345678"), Channel.AlimTalk, "key", "@naru", "나루", "otp_template", Emphasis.None, null, null, null,
        "인증번호는 123456 입니다.", new Dictionary<string, string> { ["code"] = "123456" }, [new Button(ButtonKind.WebLink, "보기", "https://naru.example/")],
        new DateTimeOffset(2026, 11, 2, 0, 0, 0, 123, TimeSpan.Zero), "message-id", [0]);
}
