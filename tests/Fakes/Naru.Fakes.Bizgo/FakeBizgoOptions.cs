namespace Naru.Fakes.Bizgo;

/// <summary>How the fake is set up.</summary>
public sealed record FakeBizgoOptions
{
    public string ApiKey { get; init; } = "FAKE-API-KEY";

    /// <summary>Where results are pushed; null = they wait to be polled, as the console's setting is one or the other.</summary>
    public Uri? Webhook { get; set; }

    public string WebhookSecret { get; init; } = "FAKE-WEBHOOK-SECRET";

    /// <summary>How long after it was accepted a message has its result; null = never.</summary>
    public TimeSpan? ReportAfter { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The report code of a message to a number; 10000 where it says nothing.</summary>
    public Func<string, string>? ResultOf { get; set; }

    /// <summary>Sender profiles: key → channel.</summary>
    public Dictionary<string, string> Senders { get; init; } = new(StringComparer.Ordinal) { ["d3a0a1b2c3d4e5f60718293a4b5c6d7e8f901234"] = "@narudemo" };

    /// <summary>Templates: code → sender and text.</summary>
    public Dictionary<string, (string Sender, string Text)> Templates { get; init; } = new(StringComparer.Ordinal)
    {
        ["package_template"] = ("d3a0a1b2c3d4e5f60718293a4b5c6d7e8f901234", "고객님의 택배 #{package_id}는 #{expected_delivery}에 도착합니다."),
    };

    public int MessagesPerSecond { get; init; } = 200;

    public int RequestsPerSecond { get; init; } = 5;

    /// <summary>No journal: for measurements.</summary>
    public bool Fast { get; init; }

    public string? JournalFile { get; init; }

    public int Port { get; init; }
}
