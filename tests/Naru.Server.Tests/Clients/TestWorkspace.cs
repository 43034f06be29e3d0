using System.Text.Json.Nodes;

namespace Naru.Server.Tests.Clients;

/// <summary>A workspace for one test, with everything a client needs; gone when it is disposed.</summary>
internal sealed class TestWorkspace : IAsyncDisposable
{
    private readonly TestBench _bench;
    private bool _deleted;

    public TestWorkspace(TestBench bench, JsonNode json)
    {
        _bench = bench;
        Id = (string)json["id"]!;
        var infobip = json["infobip"]!;
        ApiKey = (string)infobip["apiKey"]!;
        UserName = (string)infobip["username"]!;
        Password = (string)infobip["password"]!;
        ClientId = (string)infobip["clientId"]!;
        ClientSecret = (string)infobip["clientSecret"]!;
        Sender = (string)json["sender"]!["key"]!;
        ChannelName = (string)json["sender"]!["channelName"]!;
        Sinch = SinchKeys.Of(json["sinch"]!);
        Infobip = new InfobipClient(bench.Url, ApiKey);
        Handset = new HandsetClient(bench.Url, ApiKey);
    }

    public string Id { get; }

    public string ApiKey { get; }

    public string UserName { get; }

    public string Password { get; }

    public string ClientId { get; }

    public string ClientSecret { get; }

    /// <summary>The sender key.</summary>
    public string Sender { get; }

    public string ChannelName { get; }

    /// <summary>For the scripts of tests/clients.</summary>
    public object Keys => new { ApiKey, Username = UserName, Password, ClientId, ClientSecret };

    public SinchKeys Sinch { get; }

    public InfobipClient Infobip { get; }

    public HandsetClient Handset { get; }

    public Task SetFaultsAsync(int calls, JsonNode answer, string? hangFor = null) => _bench.SetFaultsAsync(this, calls, answer, hangFor);

    public Task SetReportFaultsAsync(int late = 0, string lateBy = "0s", int lost = 0, int duplicate = 0) =>
        _bench.SetReportFaultsAsync(this, late, lateBy, lost, duplicate);

    public async Task DeleteAsync()
    {
        _deleted = true;
        await _bench.DeleteWorkspaceAsync(Id);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_deleted)
            await DeleteAsync();
        Infobip.Dispose();
        Handset.Dispose();
    }
}
