using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Carriers.Tests.Simulator;

public sealed class HandsetTests
{
    [Fact]
    public async Task A_reader_that_waits_is_woken_by_the_arrival_it_waits_for()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        var waiting = world.ArrivalsAsync(1, SimulatorWorld.Phone).AsTask();

        await world.SubmitAsync(world.AlimTalk("821000000001"));
        waiting.IsCompleted.ShouldBeFalse();
        await world.SubmitAsync(world.AlimTalk());

        (await waiting.WaitAsync(TimeSpan.FromSeconds(20))).ShouldHaveSingleItem().To.Value.ShouldBe(SimulatorWorld.Phone);
    }

    [Fact]
    public async Task A_reader_can_wait_for_several()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        var waiting = world.ArrivalsAsync(3).AsTask();

        await world.SubmitAsync(world.AlimTalk());
        await world.Simulator.SubmitAsync([world.AlimTalk(), world.Sms()], CancellationToken.None);

        (await waiting.WaitAsync(TimeSpan.FromSeconds(20))).Count.ShouldBe(3);
    }

    [Fact]
    public async Task When_its_time_is_over_a_reader_gets_what_there_is()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        await world.SubmitAsync(world.AlimTalk());
        var waiting = world.Simulator.WaitAsync(
            new HandsetQuery { Workspace = world.Home.Id, Count = 2 }, TimeSpan.FromSeconds(5), CancellationToken.None).AsTask();

        world.Time.Advance(TimeSpan.FromSeconds(5));

        (await waiting.WaitAsync(TimeSpan.FromSeconds(20))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_query_narrows_by_phone_template_channel_and_what_was_seen()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        await world.Simulator.SubmitAsync([world.AlimTalk(), world.Sms(), world.AlimTalk("821000000001"), world.AlimTalk()], CancellationToken.None);
        async Task<long[]> Ids(HandsetQuery query) => [.. (await world.Simulator.ListAsync(query, CancellationToken.None)).Select(m => m.Id)];
        var all = new HandsetQuery { Workspace = world.Home.Id };

        (await Ids(all)).ShouldBe([1, 2, 3, 4]);
        (await Ids(all with { To = Recipient.Parse(SimulatorWorld.Phone) })).ShouldBe([1, 2, 4]);
        (await Ids(all with { Template = "otp" })).ShouldBe([1, 3, 4]);
        (await Ids(all with { Channel = Channel.Sms })).ShouldBe([2]);
        (await Ids(all with { After = 2 })).ShouldBe([3, 4]);
        (await Ids(all with { Limit = 1 })).ShouldBe([1]);
        (await Ids(all with { To = Recipient.Parse(SimulatorWorld.Phone), After = 1, Template = "otp" })).ShouldBe([4]);
    }

    [Fact]
    public async Task A_pressed_button_is_recorded_and_shown_to_who_watches()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        var buttons = new[] { new Button(ButtonKind.WebLink, "보기", "https://naru.example/77"), new Button(ButtonKind.BotKeyword, "문의") };
        using var stop = new CancellationTokenSource();
        var events = world.Simulator.WatchAsync(world.Home.Id, stop.Token).GetAsyncEnumerator();
        await world.SubmitAsync(world.Handover(SimulatorWorld.Phone, new AlimTalkContent("buttons", "안내", null, buttons, null), null));

        (await world.Simulator.PressAsync(world.Home.Id, 1, 1, CancellationToken.None)).ShouldBeTrue();
        (await world.Simulator.PressAsync(world.Home.Id, 1, 0, CancellationToken.None)).ShouldBeTrue();
        (await world.Simulator.PressAsync(world.Home.Id, 1, 2, CancellationToken.None)).ShouldBeFalse("there is no third button");
        (await world.Simulator.PressAsync(world.Home.Id, 9, 0, CancellationToken.None)).ShouldBeFalse("there is no such message");
        (await world.Simulator.PressAsync((await world.AddWorkspaceAsync("other")).Id, 1, 0, CancellationToken.None)).ShouldBeFalse("it is another's");
        await world.Simulator.ClearAsync(world.Home.Id, null, CancellationToken.None);

        var seen = new List<(HandsetEventKind, int[]?)>();
        while (seen.Count < 4 && await events.MoveNextAsync())
        {
            seen.Add((events.Current.Kind, events.Current.Message?.Pressed.ToArray()));
        }

        await stop.CancelAsync();
        (await events.MoveNextAsync()).ShouldBeFalse();
        seen.Select(e => e.Item1).ShouldBe([HandsetEventKind.Arrived, HandsetEventKind.Pressed, HandsetEventKind.Pressed, HandsetEventKind.Cleared]);
        seen[2].Item2.ShouldBe([1, 0]);
    }

    [Fact]
    public async Task Sixteen_workspaces_at_once_see_only_their_own()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        var workspaces = new List<Core.Workspaces.Workspace>();
        for (var i = 0; i < 16; i++)
        {
            workspaces.Add(await world.AddWorkspaceAsync($"suite{i}"));
        }

        var handovers = workspaces.Select(w => Enumerable.Range(0, 20).Select(n => world.AlimTalk(text: $"인증번호는 {w.Id}-{n} 입니다.", workspace: w)).ToArray()).ToArray();
        await Parallel.ForAsync(0, 16, async (i, cancel) =>
        {
            var waiting = world.Simulator.WaitAsync(new HandsetQuery { Workspace = workspaces[i].Id, Count = 20 }, TimeSpan.FromHours(1), cancel).AsTask();
            foreach (var pair in handovers[i].Chunk(2))
            {
                await world.Simulator.SubmitAsync(pair, cancel);
            }

            (await waiting).Select(m => m.Variables["code"]).ShouldBe(Enumerable.Range(0, 20).Select(n => $"{workspaces[i].Id}-{n}"));
        });

        await world.Simulator.ForgetAsync(workspaces[3].Id, CancellationToken.None);
        (await world.PhoneAsync(workspace: workspaces[3])).ShouldBeEmpty();
        (await world.PhoneAsync(workspace: workspaces[4])).Count.ShouldBe(20);
    }

    [Fact]
    public async Task Phones_and_the_end_of_a_room_are_read_as_a_person_sees_them()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        await world.Simulator.SubmitAsync(
            [world.AlimTalk(), world.Sms(), world.AlimTalk(), world.AlimTalk("821000000001"), world.AlimTalk()], CancellationToken.None);
        IHandset handset = world.Simulator;
        var phone = Recipient.Parse(SimulatorWorld.Phone);
        var room = new RoomKey(false, SimulatorWorld.SenderOf(world.Home));
        async Task<long[]> Ids(long? before, int limit) =>
            [.. (await handset.LatestAsync(world.Home.Id, phone, room, before, limit, CancellationToken.None)).Select(m => m.Id)];

        (await handset.PhonesAsync(world.Home.Id, CancellationToken.None)).Select(p => (p.To.Value, p.Messages, p.Latest.Id))
            .ShouldBe([(SimulatorWorld.Phone, 4, 5L), ("821000000001", 1, 4L)]);
        (await handset.RoomsAsync(world.Home.Id, phone, CancellationToken.None)).Select(r => (r.Key.IsSms, r.Latest.Id)).ShouldBe([(false, 5L), (true, 2L)]);
        (await Ids(null, 10)).ShouldBe([1, 3, 5]);
        (await Ids(null, 2)).ShouldBe([3, 5]);
        (await Ids(5, 2)).ShouldBe([1, 3]);
    }

    [Fact]
    public async Task One_phone_can_be_emptied()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        await world.Simulator.SubmitAsync([world.AlimTalk(), world.AlimTalk("821000000001")], CancellationToken.None);

        await world.Simulator.ClearAsync(world.Home.Id, Recipient.Parse(SimulatorWorld.Phone), CancellationToken.None);

        (await world.PhoneAsync()).ShouldHaveSingleItem().To.Value.ShouldBe("821000000001");
    }
}
