using System.Net;
using Naru.Console.Tests.Hosting;
using Naru.Core.Kakao;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Kakao;
using Naru.Engine;

namespace Naru.Console.Tests.Pages.Kakao;

/// <summary>Friends and rooms of a simulated person, as an operator changes them.</summary>
public sealed class FriendPageTests
{
    [Fact]
    public async Task Friends_are_added_on_one_or_both_sides_marked_hidden_and_removed()
    {
        await using var host = await ConsoleHost.StartAsync();
        await AddPeopleAsync(host, host.Workspace.Id);
        using var visit = await Visit.SignedInAsync(host);
        var page = $"/console/{host.Workspace.PublicId}/kakao/people/11";

        (await visit.SubmitAsync(page, page + "/friends/add", ("friend", "12"), ("both", "on"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visit.SubmitAsync(page, page + "/friends/add", ("friend", "13"), ("friend", "11"), ("friend", "99"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        FriendsOf(host, 11).ShouldBe([new Friend(12), new Friend(13)]);
        FriendsOf(host, 12).ShouldBe([new Friend(11)]);
        FriendsOf(host, 13).ShouldBeEmpty();
        (await visit.ReadAsync(page, "en")).ShouldContain("On this side only");

        await visit.SubmitAsync(page, page + "/friends", ("listed", "12"), ("listed", "13"), ("favourite", "13"), ("hidden", "12"));
        FriendsOf(host, 11).ShouldBe([new Friend(12, Hidden: true), new Friend(13, Favourite: true)]);
        var html = await visit.ReadAsync(page);
        html.IndexOf("사람13</a>", StringComparison.Ordinal).ShouldBeLessThan(html.IndexOf("사람12</a>", StringComparison.Ordinal), "favourites come first");
        html = await visit.ReadAsync(page + "?order=nickname");
        html.IndexOf("사람12</a>", StringComparison.Ordinal).ShouldBeLessThan(html.IndexOf("사람13</a>", StringComparison.Ordinal), "by name");

        await visit.SubmitAsync(page, page + "/friends", ("listed", "12"), ("listed", "13"), ("removed", "12"));
        FriendsOf(host, 11).ShouldBe([new Friend(13)]);
        FriendsOf(host, 12).ShouldBe([new Friend(11)], "the other's list is the other's");
    }

    [Fact]
    public async Task Rooms_are_opened_with_others_and_left_alone()
    {
        await using var host = await ConsoleHost.StartAsync();
        await AddPeopleAsync(host, host.Workspace.Id);
        using var visit = await Visit.SignedInAsync(host);
        var page = $"/console/{host.Workspace.PublicId}/kakao/people/11";

        await visit.SubmitAsync(page, page + "/rooms", ("room", " 가족 "), ("member", "12"));
        host.Kakao.FindPerson(11)!.Rooms.ShouldBe(["가족"]);
        host.Kakao.FindPerson(12)!.Rooms.ShouldBe(["가족"]);
        await visit.SubmitAsync(page, page + "/rooms/leave", ("room", "가족"));
        host.Kakao.FindPerson(11)!.Rooms.ShouldBeEmpty();
        host.Kakao.FindPerson(12)!.Rooms.ShouldBe(["가족"]);

        (await visit.SubmitAsync(page, page + "/rooms", ("room", new string('가', 51)))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        host.Kakao.FindPerson(11)!.Rooms.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_of_another_workspace_is_seen_changed_or_befriended()
    {
        await using var host = await ConsoleHost.StartAsync();
        await AddPeopleAsync(host, host.Workspace.Id);
        var other = await host.AddWorkspaceAsync("other", WorkspaceKind.Normal, "other-operator", []);
        await host.Kakao.ChangeAsync(() => new KakaoChange { People = { new Person(21, other.Id, "남", Recipient.Parse("821000000021")) } }, default);
        using var visit = await Visit.SignedInAsync(host);
        var (mine, theirs) = ($"/console/{host.Workspace.PublicId}/kakao/people/11", $"/console/{host.Workspace.PublicId}/kakao/people/21");

        (await visit.GetAsync(theirs)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visit.SubmitAsync(mine, theirs + "/friends/add", ("friend", "11"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visit.SubmitAsync(mine, theirs + "/rooms", ("room", "방"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await visit.SubmitAsync(mine, mine + "/friends/add", ("friend", "21"), ("both", "on"));
        await visit.SubmitAsync(mine, mine + "/rooms", ("room", "방"), ("member", "21"));
        FriendsOf(host, 11).ShouldBeEmpty();
        (host.Kakao.FindPerson(21)!.Friends.Count, host.Kakao.FindPerson(21)!.Rooms.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Where_people_are_real_there_is_no_such_page()
    {
        await using var host = await ConsoleHost.StartAsync(new GatewayModeOptions(GatewayMode.Serve, AllowRemote: false));
        await AddPeopleAsync(host, host.Workspace.Id);
        using var visit = await Visit.SignedInAsync(host);

        (await visit.GetAsync($"/console/{host.Workspace.PublicId}/kakao/people/11")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static IReadOnlyList<Friend> FriendsOf(ConsoleHost host, long person) => host.Kakao.FindPerson(person)!.Friends;

    private static async Task AddPeopleAsync(ConsoleHost host, WorkspaceId workspace)
    {
        var change = new KakaoChange();
        change.People.AddRange(new long[] { 11, 12, 13 }.Select(id => new Person(id, workspace, $"사람{id}", Recipient.Parse($"8210000000{id}"))));
        await host.Kakao.ChangeAsync(() => change, default);
    }
}
