using Naru.Core.Content;
using Naru.Core.Senders;
using Naru.Core.Workspaces;

namespace Naru.Core.Tests.Workspaces;

/// <summary>The state of an app's channel follows its sender.</summary>
public sealed class AppChannelStateTests
{
    private static readonly WorkspaceId s_ours = new(1);
    private static readonly WorkspaceId s_theirs = new(2);
    private static readonly string s_key = new('a', 40);
    private static readonly AppChannel s_channel = new(Channel.AlimTalk, "@shop", s_key);

    [Theory]
    [InlineData(SenderState.Active, AppChannelStatus.Active, null)]
    [InlineData(SenderState.InProgress, AppChannelStatus.Pending, "reviewed")]
    [InlineData(SenderState.PendingVerification, AppChannelStatus.Pending, "verification")]
    [InlineData(SenderState.Rejected, AppChannelStatus.Failing, "rejected")]
    [InlineData(SenderState.Stopped, AppChannelStatus.Failing, "stopped")]
    [InlineData(SenderState.Deleted, AppChannelStatus.Failing, "deleted")]
    public void Every_state_of_the_sender_has_its_answer(SenderState sender, AppChannelStatus status, string? reason)
    {
        var state = AppChannelState.Judge(s_channel, s_ours, Sender(sender), carried: true);

        state.Status.ShouldBe(status);
        if (reason is null)
        {
            state.Reason.ShouldBeNull();
        }
        else
        {
            state.Reason!.En.ShouldContain(reason);
            state.Reason.Ko.ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Fact]
    public void A_sender_of_another_workspace_is_answered_as_one_that_does_not_exist() =>
        AppChannelState.Judge(s_channel, s_ours, Sender() with { Workspace = s_theirs }, carried: true)
            .ShouldBe(AppChannelState.Judge(s_channel, s_ours, null, carried: true));

    [Fact]
    public void An_unknown_key_fails_with_its_reason()
    {
        var state = AppChannelState.Judge(s_channel, s_ours, null, carried: true);

        state.Status.ShouldBe(AppChannelStatus.Failing);
        state.Reason!.En.ShouldBe("There is no sender with this sender key.");
    }

    [Fact]
    public void A_key_under_another_channels_name_fails()
    {
        var state = AppChannelState.Judge(s_channel with { ChannelName = "@bank" }, s_ours, Sender(), carried: true);

        state.Status.ShouldBe(AppChannelStatus.Failing);
        state.Reason!.En.ShouldBe("The plus friend id is not the one of the sender with this sender key.");
    }

    [Theory]
    [InlineData("shop")]
    [InlineData("@SHOP")]
    public void The_at_sign_and_the_case_of_a_channels_name_do_not_matter(string name) =>
        AppChannelState.Judge(s_channel with { ChannelName = name }, s_ours, Sender(), carried: true).Status.ShouldBe(AppChannelStatus.Active);

    [Fact]
    public void A_channel_that_nothing_carries_fails()
    {
        var state = AppChannelState.Judge(s_channel, s_ours, Sender(), carried: false);

        state.Status.ShouldBe(AppChannelStatus.Failing);
        state.Description.ShouldContain("not carried");
    }

    [Fact]
    public void Consultation_talk_needs_no_key_but_the_channels_sender()
    {
        var chat = new AppChannel(Channel.ConsultationTalk, "@shop", "");

        AppChannelState.Judge(chat, s_ours, Sender(), carried: true).Status.ShouldBe(AppChannelStatus.Active);
        AppChannelState.Judge(chat, s_ours, null, carried: true).Reason!.En.ShouldBe("There is no sender with this plus friend id.");
    }

    private static Sender Sender(SenderState state = SenderState.Active) => new(s_ours, s_key, "@shop", state, new SenderDetails("Shop"));
}
