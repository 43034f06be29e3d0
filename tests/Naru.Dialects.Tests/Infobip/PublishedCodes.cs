using System.Text.Json;
using Naru.Dialects.Infobip.Status;
using Naru.Tests;

namespace Naru.Dialects.Tests.Infobip;

/// <summary>The ids, names, groups and permanence that Infobip publishes (tests/Contracts/infobip).</summary>
internal static class PublishedCodes
{
    // The words that the SDKs' enums accept, by group id; the published pages name some groups otherwise.
    private static readonly string[] StatusGroups = ["ACCEPTED", "PENDING", "UNDELIVERABLE", "DELIVERED", "EXPIRED", "REJECTED"];
    private static readonly string[] ErrorGroups = ["OK", "HANDSET_ERRORS", "USER_ERRORS", "OPERATOR_ERRORS"];

    private static readonly Entry[] Entries = Read();

    public static void ShouldHave(InfobipStatus status)
    {
        Entries.ShouldContain(new Entry("status", status.GroupId, status.Id, status.Name, Permanent: null));
        status.GroupName.ShouldBe(StatusGroups[status.GroupId]);
        status.Description.ShouldNotBeNullOrWhiteSpace();
    }

    public static void ShouldHave(InfobipError error)
    {
        Entries.ShouldContain(new Entry("error", error.GroupId, error.Id, error.Name, error.Permanent));
        error.GroupName.ShouldBe(ErrorGroups[error.GroupId]);
        error.Description.ShouldNotBeNullOrWhiteSpace();
    }

    private static Entry[] Read()
    {
        using var document = JsonDocument.Parse(
            File.ReadAllBytes(Checkout.PathOf("tests/Contracts/infobip/status-error-codes.json")));

        return
        [
            .. from family in document.RootElement.GetProperty("families").EnumerateArray()
               from codes in family.GetProperty("groups").EnumerateArray()
               from code in codes.GetProperty("codes").EnumerateArray()
               select new Entry(
                   codes.GetProperty("kind").GetString()!,
                   codes.GetProperty("groupId").GetInt32(),
                   code.GetProperty("id").GetInt32(),
                   code.GetProperty("name").GetString()!,
                   code.TryGetProperty("permanent", out var permanent) ? permanent.GetBoolean() : null),
        ];
    }

    private sealed record Entry(string Kind, int GroupId, int Id, string Name, bool? Permanent);
}
