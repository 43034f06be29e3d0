using Naru.Fakes.Solapi;

// fake-solapi [--port N] [--journal FILE] [--webhook URL] [--fast]
string? Value(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
var options = new FakeSolapiOptions
{
    Port = int.TryParse(Value("--port"), out var port) ? port : 18181,
    JournalFile = Value("--journal"),
    Webhook = Value("--webhook") is { } url ? new Uri(url) : null,
    Fast = args.Contains("--fast"),
};

// What the gateway's demo has, under its own names: it can be led here without any mapping.
const string DemoSender = "d3a0a1b2c3d4e5f60718293a4b5c6d7e8f901234";
options.Channels[DemoSender] = "@narudemo";
options.Templates["package_template"] = new(DemoSender, "package_template", "주문하신 상품 #{package_id}의 도착 예정일은 #{expected_delivery}입니다.");
await using var fake = await FakeSolapi.StartAsync(options);
Console.WriteLine($"Solapi, faked, at {fake.Address}; API key {options.ApiKey}, secret {options.ApiSecret}");
await fake.WaitAsync(CancellationToken.None);
