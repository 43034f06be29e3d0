using Naru.Core.Kakao;
using Naru.Core.Kakao.Picking;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Core.Tests.Kakao.Picking;

/// <summary>Whom and what a picker shows, and why somebody cannot be picked.</summary>
public sealed class PickerRuleTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);
    private static readonly DevelopersApp s_app = new(1, new WorkspaceId(1), "a", new AppKeys("n", "r", "j", "a"), s_now) { Members = [1, 2, 3] };
    private static readonly Person s_me = Who(1) with { Friends = [new Friend(2)] };
    private static readonly Person s_friend = Who(2) with { Friends = [new Friend(1)] };
    private static readonly Connection s_agreed = new(1, 2, "u2", s_now) { Agreed = new Dictionary<string, DateTimeOffset> { [ConsentItem.Friends] = s_now } };

    [Fact]
    public void Friends_who_let_the_app_know_them_are_shown_and_others_where_it_asks_for_everyone_or_for_whom_it_can_invite()
    {
        var silent = s_agreed with { ShowsProfile = false };
        foreach (var (options, agreed, hides, none) in new (PickerOptions Options, bool Agreed, bool Hides, bool None)[]
        {
            (new(PickerKind.Friends), true, false, false),
            (new(PickerKind.Friends) { ShowsEveryone = true }, true, true, true),
            (new(PickerKind.Friends) { Friends = FriendFilter.Registered }, true, false, false),
            (new(PickerKind.Friends) { Friends = FriendFilter.Registered, ShowsEveryone = true }, true, true, false),
            (new(PickerKind.Friends) { Friends = FriendFilter.Invitable }, false, false, true),
            (new(PickerKind.Friends) { Service = FriendService.Story, ShowsEveryone = true }, false, false, false),
            (new(PickerKind.Friends) { Countries = ["US"] }, false, false, false),
            (new(PickerKind.Friends) { Countries = ["us", "kr"] }, true, false, false),
        })
        {
            (Shows(s_agreed, options), Shows(silent, options), Shows(null, options)).ShouldBe((agreed, hides, none), options.ToString());
        }

        var everyone = new PickerOptions(PickerKind.Friends) { ShowsEveryone = true };
        PickerRule.ShowsFriend(s_app, s_me, new Friend(2, Hidden: true), s_friend, s_agreed, everyone).ShouldBeFalse("hidden");
        PickerRule.ShowsFriend(s_app, s_me, new Friend(2), s_friend with { Friends = [] }, s_agreed, everyone).ShouldBeFalse("on one side only");
        PickerRule.ShowsFriend(s_app with { Members = [1] }, s_me, new Friend(2), s_friend, s_agreed, everyone).ShouldBeFalse("not in the team, while permission is not granted");

        static bool Shows(Connection? connection, PickerOptions options) => PickerRule.ShowsFriend(s_app, s_me, new Friend(2), s_friend, connection, options);
    }

    [Fact]
    public void The_app_hears_of_those_who_agreed_and_show_themselves()
    {
        PickerRule.IsTold(s_app, s_me, s_friend, s_agreed).ShouldBeTrue();
        PickerRule.IsTold(s_app, s_me, s_friend, s_agreed with { ShowsProfile = false }).ShouldBeFalse();
        PickerRule.IsTold(s_app, s_me, s_friend, s_agreed with { Agreed = new Dictionary<string, DateTimeOffset>() }).ShouldBeFalse();
        PickerRule.IsTold(s_app, s_me, s_friend, null).ShouldBeFalse();
        PickerRule.IsTold(s_app with { Members = [1] }, s_me, s_friend, s_agreed).ShouldBeFalse();
    }

    [Fact]
    public void Rooms_are_filtered_by_kind_and_size_and_open_ones_do_not_exist()
    {
        foreach (var (filters, expected) in new[]
        {
            ("regular", "MemoChat DirectChat MultiChat"), ("regular,direct", "DirectChat"), ("multi", "MultiChat"), ("direct,multi", "DirectChat MultiChat"), ("open", ""), ("open,multi", ""), ("open,regular", "MemoChat DirectChat MultiChat"),
        })
        {
            var options = new PickerOptions(PickerKind.Chats) { Chats = filters.Split(',') };
            string.Join(' ', new[] { "MemoChat", "DirectChat", "MultiChat" }.Where(type => PickerRule.ShowsRoom(type, options))).ShouldBe(expected, filters);
        }

        PickerRule.ShowsRoom("MemoChat", new PickerOptions(PickerKind.Chats) { PicksMembers = true }).ShouldBeFalse("nobody else is in it");
    }

    [Fact]
    public void The_first_reason_that_meets_somebody_is_theirs_and_oneself_meets_only_the_apps_own()
    {
        var friend = new PickerPerson(s_friend, s_agreed, IsMe: false, IsFriend: true, Favourite: false, IsTold: true);
        var stranger = friend with { Connection = null, IsFriend = false, IsTold = false };
        var silent = friend with { Connection = s_agreed with { ShowsProfile = false } };
        var me = friend with { IsMe = true, IsFriend = false };
        foreach (var (reason, expected) in new[]
        {
            (DisableReason.Registered, "friend silent"), (DisableReason.Unregistered, "stranger"), (DisableReason.NotFriend, "stranger"), (DisableReason.MsgBlocked, "silent"), (DisableReason.Custom, "friend stranger silent me"),
        })
        {
            var rows = new[] { ("friend", friend), ("stranger", stranger), ("silent", silent), ("me", me) };
            string.Join(' ', rows.Where(row => new DisableOption(reason, null, []).Meets(row.Item2)).Select(row => row.Item1)).ShouldBe(expected, reason.ToString());
        }

        var options = new PickerOptions(PickerKind.Friends) { Disabled = [new(DisableReason.Registered, "other", ["u9"]), new(DisableReason.Custom, "full", ["u2"]), new(DisableReason.Registered, null, [])] };
        PickerRule.DisabledBy(options, friend)!.Message.ShouldBe("full");
        PickerRule.DisabledBy(options, stranger).ShouldBeNull();
    }

    [Fact]
    public void A_room_has_one_number_for_all_its_members_that_JavaScript_can_hold()
    {
        var workspace = new WorkspaceId(1);
        PickerRule.RoomId(workspace, null, 1, 2).ShouldBe(PickerRule.RoomId(workspace, null, 2, 1));
        PickerRule.RoomId(workspace, "모임", 1, 1).ShouldBe(PickerRule.RoomId(workspace, "모임", 2, 2));
        long[] ids =
        [
            .. Enumerable.Range(1, 200).Select(other => PickerRule.RoomId(workspace, null, 1, other)), .. Enumerable.Range(1, 200).Select(i => PickerRule.RoomId(workspace, $"{i}", 1, 1)),
            PickerRule.RoomId(new WorkspaceId(2), "1", 1, 1),
        ];
        ids.ShouldBeUnique();
        ids.ShouldAllBe(id => id > 0 && id < 1L << 53);
    }

    [Theory]
    [InlineData("821012345678", "KR", true)]
    [InlineData("821012345678", "US", false)]
    [InlineData("12125550123", "US", true)]
    [InlineData("12125550123", "CA", true)]
    [InlineData("18765550123", "JM", true)]
    [InlineData("18765550123", "US", false)]
    [InlineData("77012345678", "KZ", true)]
    [InlineData("79012345678", "RU", true)]
    [InlineData("85212345678", "HK", true)]
    public void A_phone_is_from_where_its_calling_code_is(string phone, string country, bool expected) => CallingCodes.IsIn(Recipient.Parse(phone), country).ShouldBe(expected);

    private static Person Who(long id) => new(id, new WorkspaceId(1), $"{id}", Recipient.Parse($"82100000000{id}"));
}
