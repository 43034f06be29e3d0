using System.Text.Json;

namespace Naru.Core.Kakao.Templates;

/// <summary>A message template that an app composed in the Message Template Builder: feed, list or commerce, with <c>${KEY}</c> in texts and links.</summary>
/// <param name="Id">Of the whole platform; an app uses only its own.</param>
/// <param name="Object">A <c>template_object</c> as JSON, its placeholders unfilled.</param>
/// <param name="Version">From 1; each save is one more.</param>
public sealed record CustomTemplate(long Id, long App, string Name, string Object, int Version, DateTimeOffset ChangedAt)
{
    public TemplatePurpose Purpose { get; init; }

    public bool AllowsForwarding { get; init; } = true;

    /// <summary>How it read before, oldest first; at most <see cref="MaxEarlier"/>.</summary>
    public IReadOnlyList<EarlierVersion> Earlier { get; init; } = [];

    public const int MaxEarlier = 20;

    /// <summary>Which shapes Kakao's builder makes (contracts/kakao-developers.md §6, "Custom templates").</summary>
    public static bool MayBe(TalkShape shape) => shape is TalkShape.Feed or TalkShape.List or TalkShape.Commerce;

    /// <summary>Null where the template may be stored; unfilled placeholders stand for themselves.</summary>
    public static TemplateFault? Check(string json)
    {
        try
        {
            using var document = TemplateReader.Parse(TemplateArguments.Fill(json, null, "").Json);
            var template = TemplateReader.Read(document.RootElement, TextOverflow.Truncate, out var fault);
            return fault ?? (MayBe(template!.Shape)
                ? null
                : new TemplateFault("object_type", "must be feed, list or commerce: the builder makes no other"));
        }
        catch (JsonException broken)
        {
            return new TemplateFault("", $"is no JSON (line {broken.LineNumber + 1})");
        }
    }
}

/// <summary>Numbers are stored: never renumber.</summary>
public enum TemplatePurpose : byte
{
    Both = 0,
    Share = 1,
    Message = 2,
}

public sealed record EarlierVersion(int Version, string Object, DateTimeOffset ChangedAt);
