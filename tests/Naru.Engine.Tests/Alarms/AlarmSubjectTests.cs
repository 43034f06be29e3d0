using Naru.Core.Alarms;
using Naru.Core.Senders;
using Naru.Core.Workspaces;
using Naru.Engine.Alarms;
using Naru.Engine.Tests.Inbound;

namespace Naru.Engine.Tests.Alarms;

/// <summary>What an alarm calls the sender that it is about.</summary>
public sealed class AlarmSubjectTests
{
    [Fact]
    public async Task A_sender_bears_its_channels_name_and_that_of_another_workspace_only_what_the_caller_wrote()
    {
        await using var host = await InboxHost.StartAsync();
        var other = await host.AddCompanyAsync("15771000");
        await host.Directory.SaveSenderAsync(new Sender(other.Id, "key-of-another", "@secret", SenderState.Active, new SenderDetails("secret")), CancellationToken.None);

        SubjectFor(other.Id).ShouldBe("@secret");
        SubjectFor(host.Company.Id).ShouldBe("key-of-another");

        string SubjectFor(WorkspaceId workspace) => AlarmSubject.Of(
            new Alarm(1, new AlarmKey(AlarmKind.CallerFault, workspace, "key-of-another", "1003"), null, host.Clock.Now, host.Clock.Now, 1), host.Directory);
    }
}
