namespace Naru.Fakes.Kakao;

/// <summary>How the fake is set up: one app, one person with two friends.</summary>
public sealed record FakeKakaoOptions
{
    /// <summary>Kakao's id of the app.</summary>
    public long AppId { get; init; } = 777_001;

    public string NativeKey { get; init; } = "0000aaaa0000aaaa0000aaaa0000aaaa";

    public string RestKey { get; init; } = "1111bbbb1111bbbb1111bbbb1111bbbb";

    public string JavaScriptKey { get; init; } = "2222cccc2222cccc2222cccc2222cccc";

    public string AdminKey { get; init; } = "3333dddd3333dddd3333dddd3333dddd";

    public string ClientSecret { get; init; } = "FAKE-CLIENT-SECRET";

    public string RedirectUri { get; init; } = "https://app.test/callback";

    /// <summary>The person who logs in.</summary>
    public long UserId { get; init; } = 4_100_000_001;

    /// <summary>The friends; a message to the second is -532.</summary>
    public IReadOnlyList<string> Friends { get; init; } = ["friend-one", "friend-two"];

    public string? JournalFile { get; init; }

    /// <summary>0 = any.</summary>
    public int Port { get; init; }
}
