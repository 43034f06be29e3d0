using Naru.Core.Kakao.Templates;
using Naru.Core.Kakao.Templates.Building;

namespace Naru.Console.Text;

/// <summary>The Message Template Builder.</summary>
public abstract partial class KakaoWords
{
    public abstract string TemplateKind { get; }

    public abstract string TemplateKindHelp { get; }

    public abstract string Shape(TalkShape shape);

    public abstract string Group(TemplateGroup group);

    public abstract string Field(TemplateField field);

    /// <summary>The limit, or what is to be known; null: nothing.</summary>
    public abstract string? FieldHelp(TemplateField field);

    /// <summary>A value that a field may have, as it is chosen.</summary>
    public abstract string FieldChoice(TemplateField field, string choice);

    public abstract string FieldFault(EntryFault fault);

    public abstract string OptionalField { get; }

    public abstract string MostCharacters { get; }

    public abstract string ArgumentsHelp { get; }

    public abstract string NotShown(string places);

    public abstract string NotStored { get; }

    public abstract string NoPreview { get; }

    public abstract string SeeFields { get; }

    public abstract string SeeJson { get; }
}
