namespace Naru.Load.Wire;

/// <summary>How the sender learns what became of its messages.</summary>
internal enum ReportBy
{
    /// <summary>It does not ask.</summary>
    Nothing,

    /// <summary>Reports are pushed to a URL that every message names.</summary>
    Push,

    /// <summary>Reports are fetched from <c>GET /kakao-alim/1/reports</c>.</summary>
    Poll,
}

/// <summary>What is said in each AlimTalk of a load. The defaults are the demo workspace's (design §7).</summary>
/// <param name="Messages">Messages per request.</param>
internal sealed record AlimPlan(int Messages)
{
    public const string DemoKey = "demo-api-key";

    /// <summary>The text of the demo's <c>package_template</c>; <c>--text</c> overrides it.</summary>
    public const string DemoText = "주문하신 상품 #{package_id}의 도착 예정일은 #{expected_delivery}입니다.";

    /// <summary>A number of up to eight digits that tells this run's messages and reports from those of another.</summary>
    public required int Run { get; init; }

    public string ApiKey { get; init; } = DemoKey;
    public string Sender { get; init; } = "d3a0a1b2c3d4e5f60718293a4b5c6d7e8f901234";
    public string Template { get; init; } = "package_template";

    /// <summary>The template's text, variables included.</summary>
    public string Text { get; init; } = DemoText;

    /// <summary>Every message brings its own <c>messageId</c>.</summary>
    public bool ClientIds { get; init; }

    public Recipients Recipients { get; init; } = Recipients.Ordinary(1_000_000);

    public ReportBy Report { get; init; } = ReportBy.Nothing;

    /// <summary>Where reports are pushed to.</summary>
    public Uri? ReportTo { get; init; }
}
