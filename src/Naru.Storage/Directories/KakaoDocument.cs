using Naru.Engine.Kakao;

namespace Naru.Storage.Directories;

/// <summary>A row of the table <c>kakao</c>.</summary>
internal sealed record KakaoDocument
{
    public long Kind { get; init; }

    public string Key { get; init; } = "";

    public string Body { get; init; } = "";

    public static KakaoDocument Of(KakaoRow row) => new() { Kind = (long)row.Kind, Key = row.Key, Body = row.Body };

    public static KakaoDocument Of((KakaoRowKind Kind, string Key) row) => new() { Kind = (long)row.Kind, Key = row.Key };

    public KakaoRow ToRow() => new((KakaoRowKind)(byte)Kind, Key, Body);
}
