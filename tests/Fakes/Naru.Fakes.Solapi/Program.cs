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
await using var fake = await FakeSolapi.StartAsync(options);
Console.WriteLine($"Solapi, faked, at {fake.Address}; API key {options.ApiKey}, secret {options.ApiSecret}");
await fake.WaitAsync(CancellationToken.None);
