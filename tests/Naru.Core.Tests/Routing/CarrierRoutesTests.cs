using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Routing;
using Naru.Core.Workspaces;

namespace Naru.Core.Tests.Routing;

public sealed class CarrierRoutesTests
{
    private const string Sender = "d3a0a1b2c3d4e5f60718293a4b5c6d7e8f901234";

    private static readonly WorkspaceId s_shop = new(7);
    private static readonly Recipient s_someone = Recipient.FromDigits(821012345678);

    [Fact]
    public void Without_a_route_settings_decide_and_nothing_is_said()
    {
        var routes = Routes();

        routes.Choose(s_shop, Channel.AlimTalk, Sender, s_someone).ShouldBe(new CarrierChoice("simulator", null));
        routes.Choose(s_shop, Channel.Sms, "15880000", s_someone).ShouldBe(new CarrierChoice("mobile", null));
    }

    [Fact]
    public void The_most_exact_route_counts()
    {
        var everybody = new CarrierRoute(RouteScope.Of(Channel.AlimTalk), "a");
        var everybodysSender = new CarrierRoute(new RouteScope(null, Channel.AlimTalk, Sender), "b");
        var workspaces = new CarrierRoute(new RouteScope(s_shop, Channel.AlimTalk, null), "c");
        var senders = new CarrierRoute(new RouteScope(s_shop, Channel.AlimTalk, Sender), "d");

        Choice(everybody).ShouldBe(("a", "a, by the route of all workspaces"));
        Choice(everybody, everybodysSender).ShouldBe(("b", "b, by the sender's route in all workspaces"));
        Choice(everybody, everybodysSender, workspaces).ShouldBe(("c", "c, by the workspace's route"));
        Choice(everybody, everybodysSender, workspaces, senders).ShouldBe(("d", "d, by the sender's route"));
        Routes(senders).Choose(new WorkspaceId(8), Channel.AlimTalk, Sender, s_someone).Carrier.ShouldBe("simulator", "another workspace's");
        Routes(senders).Choose(s_shop, Channel.Sms, Sender, s_someone).Carrier.ShouldBe("mobile", "another channel's");
    }

    [Fact]
    public void Numbers_of_staff_go_by_the_new_carrier_before_anyone_else()
    {
        var route = Moving(0, s_someone.Digits);

        Choice(route).ShouldBe(("bizgo", "bizgo instead of solapi, by the workspace's route: a number of staff"));
        Routes(route).Choose(s_shop, Channel.AlimTalk, Sender, Recipient.FromDigits(821012345679)).Carrier.ShouldBe("solapi");
    }

    [Fact]
    public void A_person_who_has_moved_stays_there_while_the_share_grows()
    {
        var people = People(1_000);
        var moved = new HashSet<Recipient>();
        for (var perCent = 0; perCent <= 100; perCent += 5)
        {
            var now = people.Where(to => Routes(Moving(perCent)).Choose(s_shop, Channel.AlimTalk, Sender, to).Carrier == "bizgo").ToHashSet();
            now.IsSupersetOf(moved).ShouldBeTrue();
            moved = now;
        }

        moved.Count.ShouldBe(people.Length);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 60, 140)]
    [InlineData(10, 900, 1_100)]
    [InlineData(50, 4_800, 5_200)]
    [InlineData(100, 10_000, 10_000)]
    public void As_many_move_as_the_per_cent_says(int perCent, int least, int most) =>
        People(10_000).Count(to => CarrierRoutes.SideOf(Moving(perCent), to) == RouteSide.Moved).ShouldBeInRange(least, most);

    [Fact]
    public void Other_carriers_begin_with_other_people()
    {
        var first = People(10_000).Where(to => CarrierRoutes.ShareOf("bizgo", to) < 10).ToHashSet();

        first.Count(to => CarrierRoutes.ShareOf("solapi", to) < 10).ShouldBeInRange(50, 150, "a tenth of a tenth");
    }

    /// <summary>It is written nowhere: a change of the arithmetic would move people back and forth in the middle of a move.</summary>
    [Fact]
    public void The_share_of_a_person_is_what_it_was_in_every_version() =>
        new[] { 821012345678, 821087654321, 821011112222 }.Select(number => CarrierRoutes.ShareOf("bizgo", Recipient.FromDigits(number))).ShouldBe([65, 74, 14]);

    [Fact]
    public void Where_a_person_stays_is_said_too() => Routes(Moving(10)).Choose(s_shop, Channel.AlimTalk, Sender, People(100).First(to => CarrierRoutes.ShareOf("bizgo", to) >= 10))
        .ShouldBe(new CarrierChoice("solapi", "solapi, by the workspace's route: not among the 10 % that go by bizgo"));

    private static (string, string?) Choice(params CarrierRoute[] routes) =>
        Routes(routes).Choose(s_shop, Channel.AlimTalk, Sender, s_someone) is var choice ? (choice.Carrier, choice.Why) : default;

    private static CarrierRoutes Routes(params CarrierRoute[] routes) => new(static channel => channel == Channel.Sms ? "mobile" : "simulator", routes);

    private static CarrierRoute Moving(int perCent, params long[] staff) =>
        new(new RouteScope(s_shop, Channel.AlimTalk, null), "solapi", new Cutover("bizgo", perCent, staff));

    private static Recipient[] People(int count) => [.. Enumerable.Range(0, count).Select(i => Recipient.FromDigits(821020000000 + (i * 17)))];
}
