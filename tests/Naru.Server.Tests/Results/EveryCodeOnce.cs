using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Results;

/// <summary>One AlimTalk to the test number of every code, in one request, and its report pushed.</summary>
public sealed class EveryCodeOnce(SharedGateway gateway) : IAsyncLifetime
{
    private TestWorkspace? _workspace;
    private OperatorClient? _operator;
    private Dictionary<string, Report> _pushed = [];

    /// <summary>The report of the message that asked for the code.</summary>
    internal Report PushedFor(string code) => _pushed[IdOf(code)];

    internal async Task<Report> LoggedForAsync(string code)
    {
        var answer = await _workspace!.Infobip.GetAsync($"{InfobipClient.LogsPath}?messageId={IdOf(code)}");
        return Report.ReadAll(answer.Body).ShouldHaveSingleItem();
    }

    internal Task<IReadOnlyList<string>> TimelineCodesForAsync(string code) => _operator!.TimelineCodesAsync(_workspace!.Id, IdOf(code));

    public async ValueTask InitializeAsync()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        _operator = await OperatorClient.SignInDemoAsync(gateway.Url);
        _workspace = await gateway.NewWorkspaceAsync();
        var to = AlimResults.CodesOfTheRules.Select(code => new Destination(Destination.AnsweredWith(code), IdOf(code))).ToArray();

        await _workspace.Infobip.SendAcceptedAsync(AlimBody.Parcel(_workspace.Sender, to).ReportingTo(receiver.Url));

        var pushes = await receiver.UntilAsync(all => all.Sum(push => Report.ReadAll(push.Body).Count) >= to.Length);
        _pushed = pushes.SelectMany(push => Report.ReadAll(push.Body)).ToDictionary(report => report.MessageId, StringComparer.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _operator?.Dispose();
        if (_workspace is not null)
            await _workspace.DisposeAsync();
    }

    private static string IdOf(string code) => "code-" + code;
}
