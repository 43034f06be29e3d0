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
            Buttons(template, parameters, ref missing),
            null);
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

    private static IReadOnlyList<Button> Buttons(AlimTalkPattern template, IReadOnlyDictionary<string, string> parameters, ref List<string>? missing)
    {
        if (template.Buttons.Count == 0)
        {
            return [];
        }

        var buttons = new Button[template.Buttons.Count];
        for (var i = 0; i < buttons.Length; i++)
        {
            buttons[i] = template.Buttons[i].Fill(parameters, ref missing);
        }

        return buttons;
    }
}

/// <summary>What came of it.</summary>
/// <param name="Content">As far as it could be made: a variable without a value stands in it as in the template.</param>
/// <param name="Refusal">Why it can never be sent; <see cref="EndReason.ResultCode"/> = it can.</param>
/// <param name="Note">Which part is at fault: for <see cref="EndReason.MissingParameter"/> the names, separated by commas.</param>
public readonly record struct Composition(AlimTalkContent Content, EndReason Refusal, string? Note);
