namespace Naru.Core.Content;

/// <summary>The channels a step can use. Numbers are stored: never renumber.</summary>
public enum Channel : byte
{
    AlimTalk = 1,
    BrandMessage = 2,
    ConsultationTalk = 3,
    Sms = 4,
}

/// <summary>What a step delivers. Final text: variables are already filled in.</summary>
public abstract record MessageContent(Channel Channel);

/// <summary>
/// An AlimTalk notice made from an approved template. KakaoTalk compares text, title and buttons with the template
/// and refuses the message when anything but a variable differs (rules §1.4).
/// </summary>
/// <param name="TemplateCode">At most 30 characters.</param>
/// <param name="Text">The whole text, at most 1,300 characters.</param>
/// <param name="Title">The emphasised title, at most 50 characters, where the template has one.</param>
/// <param name="Buttons">At most five.</param>
/// <param name="GroupKey">The sender group that holds the template, where it is not the sender's own.</param>
public sealed record AlimTalkContent(
    string TemplateCode,
    string Text,
    string? Title,
    IReadOnlyList<Button> Buttons,
    string? GroupKey) : MessageContent(Channel.AlimTalk)
{
    /// <summary>Item list, quick replies and the like; null where there is nothing of it.</summary>
    public AlimTalkParts? Parts { get; init; }
}

/// <summary>A text message.</summary>
public sealed record SmsContent(string Text, string? Title) : MessageContent(Channel.Sms);
