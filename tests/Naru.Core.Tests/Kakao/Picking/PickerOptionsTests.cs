using Naru.Core.Kakao;
using Naru.Core.Kakao.Picking;

namespace Naru.Core.Tests.Kakao.Picking;

/// <summary>What a page asks a picker for, and what is no value of a field.</summary>
public sealed class PickerOptionsTests
{
    [Fact]
    public void What_is_left_out_or_written_as_nothing_is_at_its_default()
    {
        foreach (var nothing in new[] { "", "null", "undefined" })
        {
            var options = Read(PickerKind.Both, [.. PickerOptionsReader.Names.Select(name => (name, nothing))]);
            (options with { Countries = [], Chats = [], Disabled = [] }).ShouldBe(new PickerOptions(PickerKind.Both) { Countries = [], Chats = [], Disabled = [] });
            options.Chats.ShouldBe(["regular"]);
        }

        (Read(PickerKind.Friends).Most, Read(PickerKind.Chats).Most, Read(PickerKind.Chats, ("selectionType", "chatMember")).Most).ShouldBe((30, 10, 30));
    }

    [Fact]
    public void Every_field_of_both_generations_is_read()
    {
        var options = Read(
            PickerKind.Both,
            ("title", new string('가', 60)), ("enableSearch", "false"), ("showMyProfile", "false"), ("showFavorite", "false"), ("showPickedFriend", "false"), ("enableBackButton", "true"),
            ("displayAllProfile", "true"), ("minPickableCount", "2"), ("maxPickableCount", "100"), ("friendFilter", "registered"), ("serviceTypeFilter", "talkstory"),
            ("countryCodeFilters", "KR, us"), ("usingOsFilter", "ios"), ("selectionType", "chatMember"), ("chatFilters", "regular,direct"));

        options.Title.Length.ShouldBe(50);
        new[] { options.HasSearch, options.ShowsMe, options.MarksFavourites, options.ShowsPicked }.ShouldAllBe(flag => !flag);
        new[] { options.HasBack, options.ShowsEveryone, options.PicksMembers }.ShouldAllBe(flag => flag);
        (options.Least, options.Most, options.Friends, options.Service).ShouldBe((2, 100, FriendFilter.Registered, FriendService.TalkStory));
        options.Countries.ShouldBe(["KR", "us"]);
        options.Chats.ShouldBe(["regular", "direct"]);

        var first = Read(PickerKind.Friend, ("pickerFriendFilter", "invitable"), ("pickerFriendType", "story"), ("pickerFriendOrder", "age"), ("maxPickableCount", "7"),
            ("countryCodes", "KR"), ("disableSelectReasons", "registered,notFriend"), ("searchPlaceHolderText", "이름"));
        (first.Friends, first.Service, first.Order, first.Least, first.Most).ShouldBe((FriendFilter.Invitable, FriendService.Story, "age", 1, 1));
        (first.Countries.ShouldHaveSingleItem(), first.SearchHint).ShouldBe(("KR", "이름"));
        first.Disabled.Select(option => option.Reason).ShouldBe([DisableReason.Registered, DisableReason.NotFriend]);
    }

    [Theory]
    [InlineData("enableSearch", "yes")]
    [InlineData("maxPickableCount", "0")]
    [InlineData("maxPickableCount", "101")]
    [InlineData("maxPickableCount", "-1")]
    [InlineData("minPickableCount", "many")]
    [InlineData("friendFilter", "all")]
    [InlineData("serviceTypeFilter", "band")]
    [InlineData("countryCodeFilters", "KR,Korea")]
    [InlineData("usingOsFilter", "windows")]
    [InlineData("selectionType", "room")]
    [InlineData("chatFilters", "regular,secret")]
    [InlineData("pickerFriendOrder", "size")]
    [InlineData("countryCodes", "82")]
    [InlineData("disableSelectReasons", "registered,custom")]
    [InlineData("disableSelectOptions", "{")]
    [InlineData("disableSelectOptions", "{}")]
    [InlineData("disableSelectOptions", "[3]")]
    [InlineData("disableSelectOptions", """[{"reason":"tired"}]""")]
    [InlineData("disableSelectOptions", """[{"reason":"custom","uuids":["a"]}]""")]
    [InlineData("disableSelectOptions", """[{"reason":"custom","message":"full"}]""")]
    [InlineData("disableSelectOptions", """[{"reason":"registered","uuids":"a"}]""")]
    [InlineData("disableSelectOptions", """[{"reason":"registered","message":"\ud800"}]""")]
    public void What_is_no_value_of_its_field_is_refused_with_its_name(string name, string value)
    {
        PickerOptionsReader.Read(PickerKind.Both, field => field == name ? value : "", out var fault).ShouldBeNull();

        fault.ShouldNotBeNull().Code.ShouldBe(-2);
        fault.Message.ShouldContain(name);
    }

    [Fact]
    public void The_least_cannot_be_above_the_most()
    {
        Fault(PickerKind.Friends, ("minPickableCount", "5"), ("maxPickableCount", "4")).Message.ShouldContain("minPickableCount");
        Read(PickerKind.Friends, ("minPickableCount", "40")).Most.ShouldBe(40);
    }

    [Fact]
    public void Members_are_picked_of_regular_rooms_alone()
    {
        Fault(PickerKind.Chats, ("selectionType", "chatMember"), ("chatFilters", "regular,open")).Message.ShouldContain("open");
        Fault(PickerKind.Chats, ("selectionType", "chatMember"), ("chatFilters", "direct")).Message.ShouldContain("regular");
        Read(PickerKind.Chats, ("chatFilters", "open")).Chats.ShouldBe(["open"]);
        Read(PickerKind.Friends, ("selectionType", "chatMember"), ("chatFilters", "open")).HasChats.ShouldBeFalse("friends have no rooms to filter");
    }

    [Fact]
    public void A_reason_has_its_message_cut_and_its_uuids()
    {
        var options = Read(PickerKind.Friends, ("disableSelectOptions", $$"""[{"reason":"msgBlocked"},{"reason":"custom","message":"{{new string('a', 200)}}","uuids":["u1","u2"]},{"reason":"notFriend","message":null,"uuids":null}]"""));

        options.Disabled.Select(option => option.Reason).ShouldBe([DisableReason.MsgBlocked, DisableReason.Custom, DisableReason.NotFriend]);
        options.Disabled[1].Message!.Length.ShouldBe(DisableOption.MaxMessage);
        options.Disabled[1].Uuids.ShouldBe(["u1", "u2"]);
        options.Disabled[2].Message.ShouldBeNull();
    }

    private static PickerOptions Read(PickerKind kind, params (string Name, string Value)[] fields)
    {
        var options = PickerOptionsReader.Read(kind, name => Array.Find(fields, field => field.Name == name).Value ?? "", out var fault);
        fault.ShouldBeNull();
        return options.ShouldNotBeNull();
    }

    private static KakaoFault Fault(PickerKind kind, params (string Name, string Value)[] fields)
    {
        PickerOptionsReader.Read(kind, name => Array.Find(fields, field => field.Name == name).Value ?? "", out var fault).ShouldBeNull();
        return fault.ShouldNotBeNull();
    }
}
