using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Results;
using Naru.Core.Templates;
using Naru.Dialects.Infobip.Omni;
using Naru.Dialects.Infobip.Reports;
using Naru.Dialects.Infobip.Status;

namespace Naru.Dialects.Infobip.Sending;

/// <summary>Something that the caller of a dry run should know of a message.</summary>
/// <param name="Code">The name of the error or status that would be reported; <c>IGNORED_MEMBER</c> for what was not read.</param>
/// <param name="Text">Plain English.</param>
/// <param name="Property">Where in the request.</param>
internal sealed record DryRunFinding(string Code, string Text, string Property)
{
    private const string UnregisteredNumberText = "is no sender number that is registered to this workspace, or there is none";

    /// <summary>Where the message leaves its template; null where that is not it.</summary>
    public TextDifference? Difference { get; init; }

    /// <summary>The scenario has a step for which the request has nothing.</summary>
    public static DryRunFinding Skipped(Channel channel) =>
        new("SKIPPED_STEP", $"{OmniChannels.WordOf(channel)} is a step of the scenario, and the request has nothing for it: it would be left out", OmniChannels.MemberOf(channel));

    /// <param name="path">As of any message.</param>
    public static DryRunFinding Ignored(string path, int message) =>
        new("IGNORED_MEMBER", "is unknown, or has no meaning in this place: it changes nothing", path.Replace("messages[]", $"messages[{message}]", StringComparison.Ordinal));

    public static DryRunFinding UsedId(string property) =>
        new(InfobipStatuses.RejectedDuplicateMessageId.Name, "another message has this id: it would not be sent again", property);

    /// <summary>The text of a failover would fail.</summary>
    public static DryRunFinding UnregisteredNumber(string property) => new(InfobipErrors.MissingSenderMetadata.Name, UnregisteredNumberText, property);

    /// <summary>It can never be sent.</summary>
    /// <param name="first">The channel of its first step.</param>
    public static DryRunFinding Refused(EndReason reason, string? note, SendPlaces places, Channel first, int message, int destination)
    {
        var text = reason switch
        {
            EndReason.UnusableNumber => "is no number that a phone can have",
            EndReason.UnknownSender when first == Channel.Sms => UnregisteredNumberText,
            EndReason.UnknownSender => "is no sender of this workspace",
            EndReason.NoCarrier => "no carrier takes this channel",
            EndReason.AdvertisingHours => "advertisements are not sent between 20:50 and 08:00 Korean time, and this one is not to wait",
            EndReason.NeverOpen => "the delivery window is only open while advertisements are not sent: it could never leave",
            _ => InfobipOutcome.OfRefusal(reason).Error.Description,
        };
        var property = reason switch
        {
            EndReason.UnusableNumber => places.At(message, $"destinations[{destination}].{places.Recipient}"),
            EndReason.UnknownSender => places.At(message, places.Sender),
            EndReason.NeverOpen => places.At(message, places.Window),
            _ => places.At(message, ""),
        };
        return new DryRunFinding(InfobipOutcome.OfRefusal(reason).Error.Name, note is null ? text : $"{text} ({note})", property);
    }

    /// <summary>KakaoTalk would answer with this result code.</summary>
    public static DryRunFinding Centre(string code, TextDifference? difference, SendPlaces places, int message)
    {
        var (_, error) = InfobipResultMap.TryGet(code, out var known) ? known : InfobipOutcome.UnlistedCode;
        var property = code switch
        {
            "1003" or "1006" or "1007" => places.Sender,
            "3013" or "3014" or "3016" => places.Content + ".text",
            "3015" => places.Content + ".templateCode",
            "3026" or "3027" => places.Content + ".buttons",
            "3028" or "3029" or "3030" => places.Content + ".title",
            _ => places.Content,
        };
        return new DryRunFinding(error.Name, $"KakaoTalk would answer {code}: {ResultCodes.Find(code)?.Meaning.En}", places.At(message, property)) { Difference = difference };
    }
}
