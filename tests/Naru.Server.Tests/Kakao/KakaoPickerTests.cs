using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Naru.Server.Tests.Kakao;

/// <summary>Whom the friend picker serves, and how it tells: the browser's side is in <see cref="KakaoJourneyTests"/>.</summary>
public sealed partial class KakaoPickerTests(DemoGateway gateway) : IClassFixture<DemoGateway>
{
    private const string Ka = "sdk/2.7.2 os/javascript origin/http%3A%2F%2Flocalhost%3A3000";
    private const string Return = "http://localhost:3000/friends?step=2";

    [Fact]
    public async Task The_choice_goes_to_a_registered_return_address_within_the_limits()
    {
        using var friend = await KakaoPerson.LogInAsync(gateway.Url, 3_000_000_002);
        using var third = await KakaoPerson.LogInAsync(gateway.Url, 3_000_000_003);
        using var me = await KakaoPerson.LogInAsync(gateway.Url, 3_000_000_001);
        using var opened = await PostAsync("/select/multiple", me.Token, ("maxPickableCount", "2"), ("returnUrl", Return));
        var uuids = Uuid().Matches(await opened.Content.ReadAsStringAsync()).Select(match => match.Groups["uuid"].Value).ToArray();
        uuids.Length.ShouldBe(3, "two friends who may be seen, and oneself");

        using var done = await PostAsync("/select/done", me.Token, [("returnUrl", Return), ("maxPickableCount", "2"), .. uuids[..2].Select(uuid => ("friend", uuid))]);
        done.StatusCode.ShouldBe(HttpStatusCode.Found);
        var query = System.Web.HttpUtility.ParseQueryString(done.Headers.Location!.Query);
        query["step"].ShouldBe("2");
        var selected = JsonNode.Parse(query["selected"]!)!;
        selected["selectedTotalCount"]!.ToString().ShouldBe("2");
        selected["users"]!.AsArray().Select(user => user!["uuid"]!.ToString()).ShouldBe(uuids[..2], ignoreOrder: true);

        foreach (var picked in new[] { [], uuids })
        {
            using var refused = await PostAsync("/select/done", me.Token, [("maxPickableCount", "2"), .. picked.Select(uuid => ("friend", uuid))]);
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"{picked.Length} of 1 to 2");
        }
    }

    [Fact]
    public async Task A_fault_goes_to_the_app_only_where_it_is_certain_that_it_is_the_apps()
    {
        using var me = await KakaoPerson.LogInAsync(gateway.Url, 3_000_000_001);

        using var noToken = await PostAsync("/select/single", "made-up", ("returnUrl", Return));
        JsonNode.Parse(System.Web.HttpUtility.ParseQueryString(noToken.Headers.Location!.Query)["error"]!)!["code"]!.ToString().ShouldBe("-401");

        foreach (var field in new[] { ("returnUrl", "https://elsewhere.example/take"), ("returnUrl", "javascript:alert(1)"), ("appKey", "nobody"), ("ka", "sdk/2.7.2 os/javascript origin/https%3A%2F%2Felsewhere.example") })
        {
            using var refused = await PostAsync("/select/multiple", me.Token, field);
            refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, field.ToString());
            (await refused.Content.ReadAsStringAsync()).ShouldNotContain("data-origin", Case.Sensitive, field.ToString());
        }
    }

    [Fact]
    public async Task A_value_that_its_field_cannot_have_is_told_to_the_app_and_nothing_is_shown()
    {
        using var me = await KakaoPerson.LogInAsync(gateway.Url, 3_000_000_001);

        foreach (var (path, name, value) in new[]
        {
            ("/select/multiple", "maxPickableCount", "101"), ("/chat/select", "chatFilters", "secret"), ("/tab/select", "disableSelectOptions", """[{"reason":"custom"}]"""), ("/select/done", "friendFilter", "all"),
        })
        {
            using var refused = await PostAsync(path, me.Token, ("returnUrl", Return), (name, value));
            var error = JsonNode.Parse(System.Web.HttpUtility.ParseQueryString(refused.Headers.Location!.Query)["error"]!)!;
            error["code"]!.ToString().ShouldBe("-2", path);
            error["msg"]!.ToString().ShouldContain(name);
        }
    }

    [Fact]
    public async Task Rooms_are_told_by_number_size_and_kind_and_friends_beside_them_where_both_were_asked_for()
    {
        using var friend = await KakaoPerson.LogInAsync(gateway.Url, 3_000_000_002);
        using var me = await KakaoPerson.LogInAsync(gateway.Url, 3_000_000_001);

        var chats = await PickedAsync(me, "Chats", ("room", "me"), ("room", "friend:3000000002"), ("room", "room:나루 모임"), ("room", "room:never opened"));
        chats["selectedTotalCount"]!.ToString().ShouldBe("3");
        chats["users"].ShouldBeNull();
        chats["chats"]!.AsArray().Select(chat => $"{chat!["roomType"]} {chat["memberCount"]} {chat["titleSource"]}").ShouldBe(["MemoChat 1 default", "DirectChat 2 default", "MultiChat 5 chat"]);
        chats["chats"]!.AsArray().Select(chat => (long)chat!["id"]!).ShouldAllBe(id => id > 0);
        chats.ToJsonString().ShouldNotContain("나루", Case.Sensitive, "what a room is called is the person's own");
        var again = await PickedAsync(friend, "Chats", ("room", "room:나루 모임"));
        again["chats"]![0]!["id"]!.ToString().ShouldBe(chats["chats"]![2]!["id"]!.ToString(), "another member's room has the same number");

        (await PickedAsync(me, "Chats", ("chatFilters", "open"), ("room", "me")))["code"]!.ToString().ShouldBe("400", "there are no open rooms");
        var uuid = await me.FirstFriendAsync();
        var both = await PickedAsync(me, "Both", ("room", "room:나루 모임"), ("friend", uuid));
        both["selectedTotalCount"]!.ToString().ShouldBe("2");
        (both["users"]!.AsArray().Count, both["chats"]!.AsArray().Count).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Members_of_rooms_are_told_as_users_once_each_and_who_lets_the_app_know_nothing_is_only_counted()
    {
        using var friend = await KakaoPerson.LogInAsync(gateway.Url, 3_000_000_002);
        using var me = await KakaoPerson.LogInAsync(gateway.Url, 3_000_000_001);
        var uuid = await me.FirstFriendAsync();

        var members = await PickedAsync(me, "Chats", ("selectionType", "chatMember"), ("friend", uuid), ("friend", uuid), ("friend", "person:3000000004"), ("friend", "person:3000000099"));

        members["selectedTotalCount"]!.ToString().ShouldBe("2");
        members["users"]!.AsArray().Single()!["uuid"]!.ToString().ShouldBe(uuid);
        members["chats"].ShouldBeNull();
    }

    [Fact]
    public async Task Who_is_disabled_is_not_picked_even_by_a_form_of_ones_own()
    {
        using var friend = await KakaoPerson.LogInAsync(gateway.Url, 3_000_000_002);
        using var me = await KakaoPerson.LogInAsync(gateway.Url, 3_000_000_001);
        var uuid = await me.FirstFriendAsync();
        var full = ("disableSelectOptions", $$"""[{"reason":"custom","message":"자리가 찼습니다","uuids":["{{uuid}}"]}]""");

        (await PickedAsync(me, "Friends", ("friend", uuid)))["selectedTotalCount"]!.ToString().ShouldBe("1");
        (await PickedAsync(me, "Friends", ("friend", uuid), full))["code"]!.ToString().ShouldBe("400");
    }

    /// <summary>What is told; <c>code</c> is the status where nothing is.</summary>
    private async Task<JsonNode> PickedAsync(KakaoPerson person, string picker, params (string Name, string Value)[] fields)
    {
        using var done = await PostAsync("/select/done", person.Token, [("returnUrl", Return), ("picker", picker), .. fields]);
        return done.Headers.Location is { } location
            ? JsonNode.Parse(System.Web.HttpUtility.ParseQueryString(location.Query)["selected"]!)!
            : new JsonObject { ["code"] = (int)done.StatusCode };
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string token, params (string Name, string Value)[] fields)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = gateway.Url };
        var all = new List<(string Name, string Value)> { ("appKey", "demo-javascript-key"), ("ka", Ka), ("token", token), ("transId", "t") };
        all.RemoveAll(field => Array.Exists(fields, other => other.Name == field.Name));
        return await browser.PostAsync(path, new FormUrlEncodedContent(all.Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value))));
    }

    [GeneratedRegex("name=\"friend\" value=\"(?<uuid>[A-Za-z0-9_-]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Uuid();
}
