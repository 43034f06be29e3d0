using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Core.Tests.Messages;

public sealed class AmendmentTests
{
    [Fact]
    public void New_data_stands_over_the_old_and_makes_a_new_version()
    {
        var changed = new Amendment("new").ApplyTo(Message("old"));

        (changed.CallbackData, changed.Version, changed.Hidden).ShouldBe(("new", 1, false));
    }

    [Fact]
    public void Data_that_it_has_already_changes_nothing()
    {
        var message = new Amendment("new").ApplyTo(Message("old"));

        new Amendment("new").ApplyTo(message).ShouldBeSameAs(message);
        new Amendment("old").ApplyTo(Message("old")).Version.ShouldBe(0);
    }

    [Fact]
    public void The_old_data_can_come_back() => new Amendment("old").ApplyTo(new Amendment("new").ApplyTo(Message("old"))).CallbackData.ShouldBe("old");

    [Fact]
    public void Data_can_be_emptied() => new Amendment("").ApplyTo(Message("old")).CallbackData.ShouldBe("");

    [Fact]
    public void What_is_hidden_stays_hidden_and_is_hidden_once()
    {
        var hidden = new Amendment(Hide: true).ApplyTo(Message(null));

        (hidden.Hidden, hidden.Version).ShouldBe((true, 1));
        new Amendment(Hide: true).ApplyTo(hidden).ShouldBeSameAs(hidden);
        new Amendment("x").ApplyTo(hidden).Hidden.ShouldBeTrue();
    }

    private static Message Message(string? data) => new()
    {
        Key = new MessageKey(1, 1),
        Workspace = new WorkspaceId(1),
        To = Recipient.Parse("821012345678"),
        Envelope = new Envelope(
            DialectName.Sinch, [new Step("simulator", "key", new AlimTalkContent("t", "x", null, [], null), TimeSpan.FromHours(1))],
            ReportTarget.Subscribers, data),
        AcceptedAt = DateTimeOffset.UnixEpoch,
        ExpiresAt = DateTimeOffset.UnixEpoch.AddHours(1),
    };
}
