using Microsoft.AspNetCore.Http;

namespace Naru.Console.Pages.Kakao;

/// <summary>What was written on an app's page and could not be taken over: one of its forms.</summary>
public sealed record KakaoAppDrafts
{
    public KakaoAppForm? Settings { get; init; }

    public IFormCollection? Quotas { get; init; }

    public PermissionDraft? Permissions { get; init; }
}

/// <param name="Note">What the developers wrote.</param>
public sealed record PermissionDraft(bool Friends, bool Messaging, string Note);
