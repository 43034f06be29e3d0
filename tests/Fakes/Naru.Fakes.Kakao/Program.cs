using Naru.Fakes.Kakao;

// fake-kakao [--port N] [--journal FILE]
string? Value(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
var options = new FakeKakaoOptions { Port = int.TryParse(Value("--port"), out var port) ? port : 18183, JournalFile = Value("--journal") };
await using var fake = await FakeKakao.StartAsync(options);
Console.WriteLine($"Kakao, faked, at {fake.Address}: kauth, kapi, sharer and friend-picker on one address; app {options.AppId}, REST API key {options.RestKey}, client secret {options.ClientSecret}");
await fake.WaitAsync(CancellationToken.None);
