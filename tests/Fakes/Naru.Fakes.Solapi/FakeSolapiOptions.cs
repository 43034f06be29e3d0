namespace Naru.Fakes.Solapi;

/// <summary>How the fake is set up.</summary>
public sealed record FakeSolapiOptions
{
    public string ApiKey { get; init; } = "FAKE-KEY";

    public string ApiSecret { get; init; } = "FAKE-SECRET";

    /// <summary>Where results are pushed; null = they are only in the list.</summary>
    public Uri? Webhook { get; set; }

    public string WebhookSecret { get; init; } = "FAKE-WEBHOOK-SECRET";

    /// <summary>How long after it was accepted a message has its result; null = never.</summary>
    public TimeSpan? ReportAfter { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The status code of a message to a number; 4000 where it says nothing.</summary>
    public Func<string, string>? ResultOf { get; set; }

    /// <summary>Channels by pfId.</summary>
    public Dictionary<string, string> Channels { get; init; } = new(StringComparer.Ordinal) { ["KA01PF000000000000000000000000d3"] = "@narudemo" };

    /// <summary>Templates by their id.</summary>
    public Dictionary<string, FakeTemplate> Templates { get; init; } = new(StringComparer.Ordinal)
    {
        ["KA01TP000000000000000000package1"] = new("KA01PF000000000000000000000000d3", "package", "고객님의 택배 #{package_id}는 #{expected_delivery}에 도착합니다."),
    };

    /// <summary>No journal, and pushes of many results at once: for measurements.</summary>
    public bool Fast { get; init; }

    public string? JournalFile { get; init; }

    public int Port { get; init; }
}

public sealed record FakeTemplate(string ChannelId, string Name, string Content);
