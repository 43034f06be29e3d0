using Naru.Carriers.Http;

namespace Naru.Carriers.Solapi;

/// <summary>
/// Solapi's status codes in KakaoTalk's. Source: solapi/documents <c>api-reference/message-status-codes.md</c>; 3101 to 3108 fold KakaoTalk's many, so the one is
/// chosen that leads where all of them would. Which of ours a code becomes is this house's reading.
/// </summary>
internal static class SolapiCodes
{
    /// <summary>Taken by Solapi; on its way.</summary>
    private const string Accepted = "2000";

    /// <summary>Taken by KakaoTalk or the mobile carrier; on its way.</summary>
    private const string HandedOn = "3000";

    /// <summary>The recipient has it.</summary>
    private const string Finished = "4000";

    /// <summary>Of texts: the calling number, which their caller or the account has to put right.</summary>
    private const string InvalidNumber = "SMS_INVALID_SENDER";

    public static readonly ResultTable Table = new("solapi", new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Finished] = ResultTable.Success,

        // Refused at registration.
        ["1010"] = "1004", // a field is missing
        ["1011"] = "1030", // a field has the wrong form
        ["1013"] = "1030", // a subject in an SMS
        ["1014"] = "1030", // the subject is too long
        ["1020"] = "1002", // not an account
        ["1021"] = "1030", // no such message
        ["1022"] = "1030", // no such group
        ["1023"] = "3024", // no such image
        ["1024"] = "9999", // a fault of the server: refused, so nothing left
        ["1025"] = "1030", // no such type
        ["1026"] = "3012", // the number stands in the request twice: the other one goes
        ["1027"] = "1030", // not UTF-8
        ["1028"] = "1030", // characters that cannot be printed
        ["1029"] = "1030", // characters outside EUC-KR
        ["1030"] = "1011", // no balance: nothing goes until somebody pays
        ["1031"] = "3014", // too long
        ["1032"] = "1030", // custom fields
        ["1033"] = "1030", // kakaoOptions with a type that has none
        ["1034"] = "3024", // imageId
        ["1041"] = "1003", // pfId
        ["1042"] = "3015", // templateId
        ["1043"] = "3016", // text is not the template's
        ["1044"] = "3027", // buttons, 1044 to 1053
        ["1045"] = "3027",
        ["1046"] = "3027",
        ["1047"] = "3027",
        ["1048"] = "3027",
        ["1049"] = "3027",
        ["1050"] = "3027",
        ["1051"] = "3024", // image
        ["1052"] = "3027",
        ["1053"] = "3027",
        ["1058"] = "3018", // no way to there
        ["1060"] = "3008", // blocked number: nothing goes there
        ["1061"] = "3008", // opted out of texts
        ["1062"] = InvalidNumber, // the calling number is not registered
        ["1064"] = "1025", // stopped after a complaint

        // Solapi itself.
        ["2011"] = "1030",
        ["2024"] = "9999", // a fault of the server
        ["2060"] = "3008",
        ["2061"] = "3008",
        ["2062"] = InvalidNumber,
        ["2063"] = "1007", // the account is blocked
        ["2064"] = "1025",
        ["2230"] = "1011", // no balance
        ["2254"] = "1027", // taken for spam

        // Mobile carriers: what they could not bring, another channel may; an unusable number nothing can reach.
        ["3010"] = "3008",
        ["3011"] = "1030",
        ["3012"] = "8001", // the next server failed
        ["3013"] = InvalidNumber,
        ["3014"] = "4001", // state unknown
        ["3024"] = "9999",
        ["3031"] = "3018",
        ["3032"] = "3008", // no subscriber
        ["3040"] = "3018", // out of time: the carrier has given up
        ["3041"] = "3018", // busy
        ["3042"] = "3018", // no signal
        ["3043"] = "3018", // phone off: the carrier has tried for long enough
        ["3044"] = "3018",
        ["3045"] = "3018",
        ["3046"] = "3018",
        ["3047"] = "3018",
        ["3048"] = "4001", // the carrier's answer means nothing to Solapi: perhaps delivered
        ["3050"] = "3018",
        ["3051"] = "3018",
        ["3052"] = "3018",
        ["3053"] = "3018",
        ["3054"] = "1027", // spam
        ["3055"] = "1027",
        ["3056"] = "3018",
        ["3057"] = "3018",
        ["3058"] = "3018",
        ["3059"] = InvalidNumber, // forged
        ["3060"] = "3018",

        // KakaoTalk, folded.
        ["3101"] = "1003", // sender key
        ["3102"] = "3018", // not a friend: another channel reaches them
        ["3103"] = "3016", // text is not the template's
        ["3104"] = "3019", // no KakaoTalk
        ["3105"] = "3015", // no such template
        ["3106"] = "1021", // channel
        ["3107"] = "3018", // not active for 72 hours, or AlimTalk blocked
        ["3108"] = "3022", // hours
    });

    /// <summary>Whether it is decided what became of the message.</summary>
    public static bool IsFinal(string raw) => raw is not (Accepted or HandedOn or "");

    /// <summary>A request that was refused as a whole: what its messages are told.</summary>
    public static string OfError(int status, string? errorCode) => (status, errorCode) switch
    {
        (401 or 403, _) => "1002",
        (402, _) or (_, "NotEnoughBalance") => "1011",
        (_, null) => Table.Raw($"http{status}"),
        _ => "1030",
    };
}
