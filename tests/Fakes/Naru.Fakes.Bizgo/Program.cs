using Naru.Fakes.Bizgo;

// fake-bizgo [--port N] [--journal FILE] [--webhook URL] [--fast]
string? Value(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
var isFast = args.Contains("--fast");
var options = new FakeBizgoOptions
{
    Port = int.TryParse(Value("--port"), out var port) ? port : 18182,
    JournalFile = Value("--journal"),
    Webhook = Value("--webhook") is { } url ? new Uri(url) : null,
    Fast = isFast,
    MessagesPerSecond = isFast ? 1_000_000 : 200,
    RequestsPerSecond = isFast ? 10_000 : 5,
};
await using var fake = await FakeBizgo.StartAsync(options);
Console.WriteLine($"Bizgo, faked, at {fake.Address}; API key {options.ApiKey}");
await fake.WaitAsync(CancellationToken.None);
