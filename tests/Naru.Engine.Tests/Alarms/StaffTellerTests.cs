using Microsoft.Extensions.Logging.Abstractions;
using Naru.Core.Alarms;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Templates;
using Naru.Engine.Alarms;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Tests.Pumps;

namespace Naru.Engine.Tests.Alarms;

/// <summary>Staff is sent an AlimTalk, by a gateway like any other.</summary>
public sealed class StaffTellerTests
{
    private static readonly CancellationToken s_none = CancellationToken.None;

    [Fact]
    public async Task A_template_is_filled_with_what_the_alarm_says_and_all_that_is_due_shares_a_message()
    {
        await using var host = await PumpHost.StartAsync(new EngineSettings { DefaultCarrier = "kakao" });
        await host.Directory.SaveTemplateAsync(Template("#{workspace}: #{alarm} (#{count}회)"), s_none);
        await TakeAsync(host, Raise("solapi"), Raise("bizgo"), Raise("bizgo"));

        var message = await TellAsync(host);

        message.Envelope.Route[0].Content.ShouldBeOfType<AlimTalkContent>().Text.ShouldBe("-: 발송 경로 solapi이(가) 중단되었습니다 외 1건 (1회)");
        (message.Envelope.Dialect, message.State, message.To.Digits).ShouldBe((DialectName.Naru, MessageState.Delivered, 821012345678));
        ((IAlarms)host.Gateway).All.ShouldAllBe(alarm => alarm.ToldAt != null);
    }

    [Fact]
    public async Task A_template_that_wants_what_no_alarm_has_is_an_alarm_itself()
    {
        await using var host = await PumpHost.StartAsync(new EngineSettings { DefaultCarrier = "kakao" });
        await host.Directory.SaveTemplateAsync(Template("#{name}님, #{alarm}"), s_none);
        await TakeAsync(host, Raise("solapi"));

        (await TellAsync(host)).EndReason.ShouldBe(EndReason.MissingParameter);

        ((IAlarms)host.Gateway).All.Select(alarm => alarm.Key).ShouldContain(
            new AlarmKey(AlarmKind.StaffMessageFailed, host.Workspace.Id, "sender", nameof(EndReason.MissingParameter)));
    }

    private static async Task<Message> TellAsync(PumpHost host)
    {
        var staff = new StaffMessages(host.Workspace.PublicId, "@shop", "alarm_notice", [Recipient.Parse("010-1234-5678")], InEnglish: false);
        using var stopping = new CancellationTokenSource();
        var telling = new StaffTeller(staff, host.Gateway, host.Gateway, host.Directory, host.Clock, NullLogger<StaffTeller>.Instance).RunAsync(stopping.Token);
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var found = await host.Gateway.Store.ListAsync(new MessageQuery { Workspace = host.Workspace.Id, Limit = 10 }, s_none);
            if (found is [{ IsFinal: true } message] && ((IAlarms)host.Gateway).All.All(alarm => alarm.ToldAt is not null || alarm.Key.Kind == AlarmKind.StaffMessageFailed))
            {
                await stopping.CancelAsync();
                await Should.ThrowAsync<OperationCanceledException>(() => telling);
                return message;
            }

            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(30), $"{found.Count} messages");
            await host.FlushAsync();
        }
    }

    private static AlarmStep Raise(string carrier) => new AlarmStep.Raise(AlarmKey.OfInstallation(AlarmKind.CarrierDown, carrier));

    private static async Task TakeAsync(PumpHost host, params AlarmStep[] steps) => (await ((IAlarms)host.Gateway).TakeAsync(steps, s_none)).ShouldBeTrue();

    private static Template Template(string text) => new("sender", "alarm_notice", TemplateState.Approved, new TemplateDetails("alarm_notice", text));
}
