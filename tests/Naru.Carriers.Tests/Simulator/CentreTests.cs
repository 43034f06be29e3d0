using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Senders;

namespace Naru.Carriers.Tests.Simulator;

public sealed class CentreTests
{
    [Theory]
    [InlineData(SenderState.Deleted, "1006")]
    [InlineData(SenderState.Stopped, "1007")]
    [InlineData(SenderState.InProgress, "1003")]
    [InlineData(SenderState.PendingVerification, "1003")]
    [InlineData(SenderState.Rejected, "1003")]
    public async Task A_sender_that_may_not_send_is_refused_before_anything_else_is_looked_at(SenderState state, string code)
    {
        await using var world = await SimulatorWorld.OpenAsync();
        var sender = world.Registry.FindSender(SimulatorWorld.SenderOf(world.Home))!;
        await world.Registry.SaveSenderAsync(sender with { State = state }, CancellationToken.None);

        (await world.SubmitAsync(world.AlimTalk(to: "nobody", template: "none", text: ""))).Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_sender_of_another_workspace_is_no_sender()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        var other = await world.AddWorkspaceAsync("other");
        var handover = world.AlimTalk();

        (await world.SubmitAsync(handover with { Step = handover.Step with { Sender = SimulatorWorld.SenderOf(other) } })).Code.ShouldBe("1003");
        (await world.SubmitAsync(world.AlimTalk() with { Step = handover.Step with { Sender = "unheard of" } })).Code.ShouldBe("1003");
    }

    [Theory]
    [InlineData("not a number", "none", "", "1020")]
    [InlineData(SimulatorWorld.Phone, "none", "", "3015")]
    [InlineData(SimulatorWorld.Phone, "stopped", "안내", "3015")]
    [InlineData(SimulatorWorld.Phone, "review", "안내", "3015")]
    [InlineData(SimulatorWorld.Phone, "otp", "", "3013")]
    [InlineData(SimulatorWorld.Phone, "otp", "인증번호 123456 입니다.", "3016")]
    public async Task The_first_fault_in_the_order_of_the_centre_is_answered_and_nothing_arrives(string to, string template, string text, string code)
    {
        await using var world = await SimulatorWorld.OpenAsync();

        var answer = await world.SubmitAsync(world.AlimTalk(to, text, template));

        (answer.Kind, answer.Code).ShouldBe((AnswerKind.Done, code));
        (await world.PhoneAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_template_of_the_group_is_found_and_the_senders_own_wins()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        var other = await world.AddWorkspaceAsync("other");
        await world.Registry.SaveSenderAsync(new Sender(world.Home.Id, "group", "@group", SenderState.Active, new SenderDetails("group")), CancellationToken.None);
        await world.Registry.SaveTemplateAsync(
            new Core.Templates.Template("group", "shared", Core.Templates.TemplateState.Approved, new Core.Templates.TemplateDetails("shared", "모두에게 #{x}")), CancellationToken.None);
        AlimTalkContent Content(string group) => new("shared", "모두에게 나루", null, [], group);

        (await world.SubmitAsync(world.Handover(SimulatorWorld.Phone, Content("group"), null))).Code.ShouldBe("0000");
        (await world.SubmitAsync(world.Handover(SimulatorWorld.Phone, Content("group"), other))).Code.ShouldBe("3015", "the group is of another workspace");
    }

    [Fact]
    public async Task What_arrives_is_what_KakaoTalk_would_show()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        var buttons = new[] { new Button(ButtonKind.WebLink, "보기", "https://naru.example/77"), new Button(ButtonKind.BotKeyword, "문의") };

        var answer = await world.SubmitAsync(world.Handover(SimulatorWorld.Phone, new AlimTalkContent("buttons", "안내", null, buttons, null), null));

        answer.ShouldBe(CarrierAnswer.Done("0000", world.Clock.Now));
        var message = (await world.PhoneAsync(SimulatorWorld.Phone)).ShouldHaveSingleItem();
        (message.Text, message.ChannelName, message.DisplayName, message.TemplateCode, message.MessageReference, message.At)
            .ShouldBe(("안내", "@home", "home", "buttons", "message-1", world.Clock.Now));
        message.Variables.ShouldBe(new Dictionary<string, string> { ["id"] = "77" });
        message.Buttons.ShouldBe(buttons);
    }

    [Theory]
    [InlineData("안녕하세요", "0000")]
    [InlineData("", "3013")]
    public async Task A_text_message_arrives_in_the_inbox(string text, string code)
    {
        await using var world = await SimulatorWorld.OpenAsync();

        (await world.SubmitAsync(world.Sms(text: text))).Code.ShouldBe(code);
        (await world.PhoneAsync()).Select(m => (m.Channel, m.Text, m.Sender))
            .ShouldBe(code == "0000" ? [(Channel.Sms, text, "0212345678")] : []);
    }

    [Fact]
    public async Task A_text_message_may_have_2000_bytes_as_Korean_carriers_count_them()
    {
        await using var world = await SimulatorWorld.OpenAsync();

        (await world.SubmitAsync(world.Sms(text: new string('가', 1000)))).Code.ShouldBe("0000");
        (await world.SubmitAsync(world.Sms(text: new string('가', 1000) + "a"))).Code.ShouldBe("3014");
    }
}
