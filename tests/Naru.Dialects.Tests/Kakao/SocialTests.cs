using System.Net;
using System.Text.Json;
using Naru.Core.Kakao;
using Naru.Dialects.Tests.Hosting;
using static Naru.Dialects.Tests.Kakao.LoginTests;

namespace Naru.Dialects.Tests.Kakao;

/// <summary>Friends, profile and channels.</summary>
public sealed class SocialTests : IAsyncLifetime
{
    private KakaoHost _kakao = null!;
    private string _token = "";

    public async ValueTask InitializeAsync()
    {
        _kakao = await KakaoHost.StartAsync(app => app with { Friends = Permission.Granted });
        _token = await _kakao.LogInAsync(11, KakaoHost.Scopes + ",plusfriends,profile_image");
        foreach (var person in KakaoHost.People[1..])
        {
            await _kakao.LogInAsync(person);
        }
    }

    public ValueTask DisposeAsync() => _kakao.DisposeAsync();

    [Fact]
    public async Task Favourites_come_first_then_names_and_pages_lead_to_each_other()
    {
        var first = (await _kakao.GetAsync("/v1/api/talk/friends?limit=2", _token)).ShouldBe(HttpStatusCode.OK).Json;
        Ids(first).ShouldBe([13, 12]);
        first.GetProperty("total_count").GetInt32().ShouldBe(4);
        first.GetProperty("favorite_count").GetInt32().ShouldBe(1);
        first.GetProperty("before_url").ValueKind.ShouldBe(JsonValueKind.Null);
        var after = new Uri(first.GetProperty("after_url").GetString()!);
        after.GetLeftPart(UriPartial.Authority).ShouldBe(_kakao.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));

        var second = (await _kakao.GetAsync(after.PathAndQuery, _token)).Json;
        Ids(second).ShouldBe([14, 15]);
        second.GetProperty("after_url").ValueKind.ShouldBe(JsonValueKind.Null);
        second.GetProperty("before_url").GetString()!.ShouldContain("offset=0&limit=2&order=asc&friend_order=favorite");
    }

    [Fact]
    public async Task Names_can_be_asked_for_downwards()
    {
        var all = (await _kakao.GetAsync("/v1/api/talk/friends?friend_order=nickname&order=desc", _token)).Json;

        Ids(all).ShouldBe([15, 14, 13, 12]);
        var friend = all.GetProperty("elements")[0];
        friend.GetProperty("uuid").GetString().ShouldBe(_kakao.UuidOf(15));
        friend.GetProperty("profile_nickname").GetString().ShouldBe("사람15");
        friend.GetProperty("allowed_msg").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Who_is_hidden_unlinked_or_outside_the_team_is_not_listed()
    {
        await _kakao.Directory.ChangeConnectionAsync(KakaoHost.AppId, 12, connection => connection with { ShowsProfile = false }, CancellationToken.None);
        await _kakao.SetAsync(11, person => person with { Friends = [.. person.Friends.Select(friend => friend with { Hidden = friend.Person == 13 })] });
        Ids((await _kakao.GetAsync("/v1/api/talk/friends", _token)).Json).ShouldBe([14, 15]);

        await _kakao.SetAsync(app => app with { Friends = Permission.Team });
        var none = (await _kakao.GetAsync("/v1/api/talk/friends", _token)).Json;
        none.TryGetProperty("elements", out _).ShouldBeFalse();
        none.GetProperty("total_count").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("offset=-1")]
    [InlineData("order=up")]
    [InlineData("friend_order=size")]
    public async Task What_is_out_of_range_is_refused(string query) => ShouldFail(await _kakao.GetAsync("/v1/api/talk/friends?" + query, _token), 400, -2, null);

    [Fact]
    public async Task The_profile_is_written_as_the_SDKs_read_it()
    {
        await _kakao.SetAsync(11, person => person with { ImageUrl = "https://app.test/p.png" });

        (await _kakao.GetAsync("/v1/api/talk/profile", _token)).ShouldBe(HttpStatusCode.OK).Body
            .ShouldBe("""{"id":11,"nickName":"사람11","profileImageURL":"https://app.test/p.png","thumbnailURL":"https://app.test/p.png"}""");
    }

    [Fact]
    public async Task Channels_say_whether_they_are_added()
    {
        var answer = (await _kakao.GetAsync("/v2/api/talk/channels?channel_ids=_chan&channel_id_type=channel_public_id", _token)).ShouldBe(HttpStatusCode.OK).Json;
        answer.GetProperty("user_id").GetInt64().ShouldBe(11);
        var channel = answer.GetProperty("channels").EnumerateArray().Single();
        (channel.GetProperty("channel_uuid").GetString(), channel.GetProperty("channel_public_id").GetString(), channel.GetProperty("relation").GetString()).ShouldBe(("@chan", "_chan", "ADDED"));

        ShouldFail(await _kakao.GetAsync("/v2/api/talk/channels?channel_ids=_other", _token), 400, -541, null);
        ShouldFail(await _kakao.GetAsync("/v2/api/talk/channels?channel_ids=_bad", _token), 400, -544, null);
    }

    private static long[] Ids(JsonElement page) => [.. page.GetProperty("elements").EnumerateArray().Select(friend => friend.GetProperty("id").GetInt64())];
}
