using System.Collections.Frozen;
using System.Globalization;
using Naru.Core.Messages;

namespace Naru.Core.Kakao.Picking;

/// <summary>Countries by the calling codes of their numbers (ITU-T E.164): a simulated person is where their phone is from.</summary>
public static class CallingCodes
{
    /// <summary>ISO 3166-1 alpha-2, and the codes that the country's numbers begin with.</summary>
    private const string Table =
        """
        AE971 AF93 AG1268 AI1264 AL355 AM374 AO244 AR54 AS1684 AT43 AU61 AW297 AZ994 BA387 BB1246 BD880 BE32 BF226 BG359 BH973 BI257 BJ229 BM1441 BN673 BO591 BR55 BS1242 BT975
        BW267 BY375 BZ501 CA1 CD243 CF236 CG242 CH41 CI225 CK682 CL56 CM237 CN86 CO57 CR506 CU53 CV238 CW5999 CY357 CZ420 DE49 DJ253 DK45 DM1767 DO1809 DO1829 DO1849 DZ213 EC593
        EE372 EG20 ER291 ES34 ET251 FI358 FJ679 FK500 FM691 FO298 FR33 GA241 GB44 GD1473 GE995 GF594 GH233 GI350 GL299 GM220 GN224 GP590 GQ240 GR30 GT502 GU1671 GW245 GY592 HK852
        HN504 HR385 HT509 HU36 ID62 IE353 IL972 IN91 IO246 IQ964 IR98 IS354 IT39 JM1658 JM1876 JO962 JP81 KE254 KG996 KH855 KI686 KM269 KN1869 KP850 KR82 KW965 KY1345 KZ76 KZ77 LA856
        LB961 LC1758 LI423 LK94 LR231 LS266 LT370 LU352 LV371 LY218 MA212 MC377 MD373 ME382 MG261 MH692 MK389 ML223 MM95 MN976 MO853 MP1670 MQ596 MR222 MS1664 MT356 MU230 MV960 MW265
        MX52 MY60 MZ258 NA264 NC687 NE227 NF672 NG234 NI505 NL31 NO47 NP977 NR674 NU683 NZ64 OM968 PA507 PE51 PF689 PG675 PH63 PK92 PL48 PM508 PR1787 PR1939 PS970 PT351 PW680 PY595
        QA974 RE262 RO40 RS381 RU7 RW250 SA966 SB677 SC248 SD249 SE46 SG65 SH290 SI386 SK421 SL232 SM378 SN221 SO252 SR597 SS211 ST239 SV503 SX1721 SY963 SZ268 TC1649 TD235 TG228 TH66
        TJ992 TK690 TL670 TM993 TN216 TO676 TR90 TT1868 TV688 TW886 TZ255 UA380 UG256 US1 UY598 UZ998 VA379 VC1784 VE58 VG1284 VI1340 VN84 VU678 WF681 WS685 XK383 YE967 ZA27 ZM260 ZW263
        """;

    private static readonly FrozenDictionary<string, string[]> s_countriesByCode = Table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .GroupBy(static entry => entry[2..], static entry => entry[..2], StringComparer.Ordinal)
        .ToFrozenDictionary(static same => same.Key, static same => same.ToArray(), StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_countries = s_countriesByCode.Values.SelectMany(static countries => countries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly int s_longest = s_countriesByCode.Keys.Max(static code => code.Length);

    public static bool Knows(string country) => s_countries.Contains(country);

    /// <summary>By the longest code that the number begins with: 1876 is Jamaica, another 1 is Canada and the United States.</summary>
    public static bool IsIn(Recipient phone, string country)
    {
        var digits = phone.Value;
        for (var length = Math.Min(s_longest, digits.Length); length > 0; length--)
        {
            if (s_countriesByCode.TryGetValue(digits[..length], out var countries))
            {
                return countries.Contains(country.ToUpper(CultureInfo.InvariantCulture), StringComparer.Ordinal);
            }
        }

        return false;
    }
}
