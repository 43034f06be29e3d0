using System.Collections.Frozen;

namespace Naru.Core.Results;

/// <summary>
/// The catalogue of the Bizmessage centre's result codes (contracts/bizmessage-rules.md §4), the union of what the
/// dealers publish, since Kakao itself publishes none. Codes stand here in Kakao's own form; an adapter whose dealer
/// writes them differently (Bizgo "6" + code, Bizppurio 7xxx, BizM Kxxx) translates first.
/// </summary>
/// <remarks>
/// A code that is not listed is <see langword="null"/>, never a class of its own: a guess here would send an SMS that
/// nobody asked for, or withhold one. The caller decides what an unknown code means, and says so on the timeline.
/// </remarks>
public static partial class ResultCodes
{
    // Each part is a nested class of its own: the order in which the fields of a partial class are initialised across
    // files is undefined, whereas a nested class is initialised when it is first read.
    private static readonly ResultCode[] Catalogue = InOrder(
    [
        .. Channel1xxx.Codes,
        .. Centre2xxx.Codes,
        .. Delivery3xxx.Codes,
        .. Template3xxx.Codes,
        .. Brand3xxx.Codes,
        .. Brand4xxx.Codes,
        .. Gateway5xxxTo9xxx.Codes,
        .. Simulator.Codes,
        .. Sms.Codes,
    ]);

    private static readonly FrozenDictionary<string, ResultCode> ByCode =
        Catalogue.ToFrozenDictionary(code => code.Code, StringComparer.Ordinal);

    /// <summary>Every known code, ordered by code: the centre's numbers first, then the words.</summary>
    public static IReadOnlyList<ResultCode> All { get; } = Array.AsReadOnly(Catalogue);

    /// <summary>The entry for a code as it came on the wire, or <see langword="null"/> if nobody published it.</summary>
    public static ResultCode? Find(string code) => ByCode.GetValueOrDefault(code);

    private static ResultCode[] InOrder(ResultCode[] codes)
    {
        Array.Sort(codes, (left, right) => string.CompareOrdinal(left.Code, right.Code));
        return codes;
    }
}
