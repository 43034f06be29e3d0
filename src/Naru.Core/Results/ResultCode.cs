namespace Naru.Core.Results;

/// <summary>One result code of the Bizmessage centre, of the simulator that stands in for it, or of a mobile carrier.</summary>
/// <param name="Code">As it comes on the wire: four digits, save for <c>ME09</c> and our own words for the simulator and for text messages.</param>
/// <param name="Name">
/// Kakao's exception name as the dealers print it, so that it can be found in their logs; where none is published, a
/// name of ours (never ending in <c>Exception</c>).
/// </param>
/// <param name="Class">What the journey does with it.</param>
/// <param name="Meaning">What happened, for an operator.</param>
/// <param name="Remedy">What that operator should do.</param>
public sealed record ResultCode(
    string Code,
    string Name,
    ResultClass Class,
    BilingualText Meaning,
    BilingualText Remedy);
