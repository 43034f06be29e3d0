using System.Buffers;
using Naru.Core.Content;
using Naru.Core.Messages;

namespace Naru.Core.Templates;

/// <summary>
/// Makes an AlimTalk from its template and the values of its variables, for front doors whose callers name a template and no text. Pure.
/// </summary>
/// <remarks>
/// Values for variables that the template does not have are ignored. Whether a value may be empty or how long it may be is the centre's affair
/// (<see cref="AlimTalkRules"/>): what is composed here is checked there like any other text.
/// </remarks>
public static class AlimTalkComposer
{
    /// <summary>
    /// One of these words makes a text an authentication message (Sinch's KakaoTalk page), wherever it stands in the text that is sent, in upper or
    /// lower case.
    /// </summary>
    private static readonly SearchValues<string> s_authenticationWords = SearchValues.Create(
        ["auth", "password", "verif", "にんしょう", "認証", "비밀번호", "인증"], StringComparison.OrdinalIgnoreCase);

    /// <param name="template">Null where the sender has none of this code.</param>
    /// <param name="authentication">It is to go as an authentication message.</param>
    public static Composition Compose(
        string templateCode, AlimTalkPattern? template, IReadOnlyDictionary<string, string> parameters, bool authentication)
    {
        if (template is null || template.Template.State != TemplateState.Approved)
        {
            var note = template is null ? "no such template" : "the template is not approved";
            return new Composition(new AlimTalkContent(templateCode, "", null, [], null), EndReason.UnknownTemplate, note);
        }

        List<string>? missing = null;
        var content = new AlimTalkContent(
            templateCode,
            template.Text.Fill(parameters, ref missing),
            template.EmphasisedTitle?.Fill(parameters, ref missing),
            Buttons(template.Buttons, parameters, ref missing),
            null)
        {
            Parts = Parts(template, parameters, ref missing),
        };
        if (missing is not null)
        {
            return new Composition(content, EndReason.MissingParameter, string.Join(", ", missing));
        }

        return authentication && !IsAuthentication(content.Text)
            ? new Composition(content, EndReason.NoAuthenticationWording, null)
            : new Composition(content, EndReason.ResultCode, null);
    }

    /// <summary>Whether the text says that it is an authentication message.</summary>
    public static bool IsAuthentication(string text) => text.AsSpan().ContainsAny(s_authenticationWords);

    /// <summary>Images are the template's, and no part of a message.</summary>
    private static AlimTalkParts? Parts(AlimTalkPattern template, IReadOnlyDictionary<string, string> parameters, ref List<string>? missing)
    {
        var list = template.ItemList;
        var parts = new AlimTalkParts
        {
            Header = list?.Header?.Fill(parameters, ref missing),
            Highlight = list is { HighlightTitle: { } title, HighlightDescription: { } description }
                ? new Highlight(title.Fill(parameters, ref missing), description.Fill(parameters, ref missing))
                : null,
            Items = Items(list?.Items ?? [], parameters, ref missing),
            Summary = list?.Summary?.Fill(parameters, ref missing),
            QuickReplies = Buttons(template.QuickReplies, parameters, ref missing),
            Link = template.Link?.Fill(parameters, ref missing),
        };
        return parts.IsEmpty ? null : parts;
    }

    private static ListItem[] Items(IReadOnlyList<ItemPattern> patterns, IReadOnlyDictionary<string, string> parameters, ref List<string>? missing)
    {
        var items = new ListItem[patterns.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = patterns[i].Fill(parameters, ref missing);
        }

        return items;
    }

    private static Button[] Buttons(IReadOnlyList<ButtonPattern> patterns, IReadOnlyDictionary<string, string> parameters, ref List<string>? missing)
    {
        if (patterns.Count == 0)
        {
            return [];
        }

        var buttons = new Button[patterns.Count];
        for (var i = 0; i < buttons.Length; i++)
        {
            buttons[i] = patterns[i].Fill(parameters, ref missing);
        }

        return buttons;
    }
}

/// <summary>What came of it.</summary>
/// <param name="Content">As far as it could be made: a variable without a value stands in it as in the template.</param>
/// <param name="Refusal">Why it can never be sent; <see cref="EndReason.ResultCode"/> = it can.</param>
/// <param name="Note">Which part is at fault: for <see cref="EndReason.MissingParameter"/> the names, separated by commas.</param>
public readonly record struct Composition(AlimTalkContent Content, EndReason Refusal, string? Note);
