using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Naru.Console.Testing;

/// <param name="Answer">429, 500, 503 or <c>"hang"</c>.</param>
internal sealed record CallFaultBody(
    [property: Description("How many calls."), Range(1, FaultRoutes.MostCalls)] int Calls = 1,
    [property: Description("`429`, `500`, `503` or `\"hang\"`: held for `hangFor` and then carried out."), Required] JsonElement? Answer = null,
    [property: Description(TestReference.DurationRule + ", at most two minutes; with `\"hang\"` only. Absent: `5s`.")] string? HangFor = null,
    [property: Description("Only paths that begin so. Absent: all.")] string? Path = null);

internal sealed record ReportFaultBody(
    [property: Description("How many reports come late."), Range(0, FaultRoutes.MostCalls)] int Late = 0,
    [property: Description(TestReference.DurationRule + ", at most two days. Needed where reports come late.")] string? LateBy = null,
    [property: Description("How many reports never come."), Range(0, FaultRoutes.MostCalls)] int Lost = 0,
    [property: Description("How many reports come twice."), Range(0, FaultRoutes.MostCalls)] int Duplicate = 0);

internal sealed record WriteBody(
    [property: Description("Whose phone: `821012345678`; `010…` is read too."), Required] string? From = null,
    [property: Description("One of the workspace's numbers, however it is written."), Required] string? To = null,
    [property: Description("At most 1,000 characters."), Required] string? Text = null);

internal sealed record LatencyBody(
    [property: Description(TestReference.DurationRule + ", at most two days. Answered as ISO 8601."), Required] string? Latency = null);

internal sealed record KakaoFaultBody(
    [property: Description("The app's numeric id.")] long App = 0,
    [property: Description("Of Kakao's table, such as `-532`.")] int Code = 0,
    [property: Description("Only calls of this person. Absent: of everybody.")] long? Person = null,
    [property: Description("Only paths that begin so. Absent: all.")] string? Path = null,
    [property: Description("How many calls."), Range(1, FaultRoutes.MostCalls)] int Calls = 1);
