using Naru.Carriers.Http;
using Naru.Core.Results;

namespace Naru.Carriers.Bizgo;

/// <summary>
/// Bizgo's codes in KakaoTalk's. Source: icomm-api/bizgo-api-spec (error tables and <c>references/errors.md</c>) and contracts/upstream-providers.md §4. The same code means
/// different things in each layer of an answer (gateway, service, recipient), so each has a table.
/// </summary>
internal static class BizgoCodes
{
    public const string Ok = "A000";

    /// <summary>Service: this idempotency key was used already. The first request counts.</summary>
    public const string Repeated = "A301";

    /// <summary>Service: too many.</summary>
    public const string TooMany = "A020";

    /// <summary>Report: the recipient has it.</summary>
    private const string Delivered = "10000";

    /// <summary>Before KakaoTalk's own code.</summary>
    private const char KakaoPrefix = '6';

    private static readonly ResultTable s_service = new("bizgo", new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["A306"] = "3008", // to
        ["A302"] = "1030",
        ["A303"] = "1030",
        ["A309"] = "1030", // idempotencyTtl
        ["A318"] = "1030", // more than 200 recipients
        ["A321"] = "1030",
        ["A330"] = "3022", // advertisement at night
        ["A523"] = "1030", // msgType

        // Where a report says so later: a fault of the server, of which nobody can say whether the message left.
        ["A910"] = "4001",
        ["A920"] = "4001",
        ["A999"] = "4001",
    });

    private static readonly ResultTable s_report = new("bizgo", new Dictionary<string, string>(StringComparer.Ordinal) { [Delivered] = ResultTable.Success });

    /// <summary>Nobody can say whether it was taken: a fault of the server. The request is repeated under its key.</summary>
    public static bool IsUnclear(string service) => service is "A910" or "A920" or "A999";

    /// <summary>Of a request that was refused, or of one recipient in it.</summary>
    public static string OfService(string code) => s_service.Of(code);

    public static string OfGateway(int status) => status is 401 or 403 ? "1002" : s_service.Raw($"http{status}");

    /// <summary>Of a report. Only KakaoTalk's services put KakaoTalk's codes behind a 6: a text message's 6… is another thing.</summary>
    public static string OfReport(string? serviceType, string code)
    {
        var kakao = serviceType is null or "ALIMTALK" or "BRANDMESSAGE";
        return kakao && code.Length == 5 && code[0] == KakaoPrefix && ResultCodes.Find(code[1..]) is { } known ? known.Code
            : kakao && code == "ME09" ? code
            : s_report.Of(code);
    }
}
