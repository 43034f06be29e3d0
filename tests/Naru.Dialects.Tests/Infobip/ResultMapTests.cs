using System.Reflection;
using Naru.Core.Results;
using Naru.Dialects.Infobip.Status;
using Naru.Tests;

namespace Naru.Dialects.Tests.Infobip;

public sealed class ResultMapTests
{
    public static TheoryData<string> CodesOfTheRules() =>
    [
        .. File.ReadLines(Checkout.PathOf("tests/Contracts/bizmessage-result-codes.tsv"))
            .Where(line => line is not ['#', ..])
            .Select(line => line.Split('\t')[0]),
        "PHONE_OFF",
    ];

    [Theory]
    [MemberData(nameof(CodesOfTheRules))]
    public void Every_result_code_becomes_a_status_and_an_error_that_Infobip_publishes(string code)
    {
        InfobipResultMap.TryGet(code, out var outcome).ShouldBeTrue();

        PublishedCodes.ShouldHave(outcome.Status);
        PublishedCodes.ShouldHave(outcome.Error);
    }

    [Fact]
    public void No_code_of_the_catalogue_is_left_out() =>
        ResultCodes.All.Where(code => !InfobipResultMap.TryGet(code.Code, out _)).ShouldBeEmpty();

    [Fact]
    public void A_code_that_nobody_published_has_no_status() => InfobipResultMap.TryGet("3017", out _).ShouldBeFalse();

    [Fact]
    public void Only_a_success_is_reported_as_delivered_and_without_error()
    {
        foreach (var code in ResultCodes.All)
        {
            InfobipResultMap.TryGet(code.Code, out var outcome).ShouldBeTrue();

            var success = code.Class == ResultClass.Success;
            (outcome.Status == InfobipStatuses.DeliveredToHandset).ShouldBe(success, code.Code);
            (outcome.Error == InfobipErrors.NoError).ShouldBe(success, code.Code);
        }
    }

    [Fact]
    public void What_nobody_knows_is_reported_as_unknown_and_nothing_else_is()
    {
        foreach (var code in ResultCodes.All)
        {
            InfobipResultMap.TryGet(code.Code, out var outcome).ShouldBeTrue();

            (outcome.Status == InfobipStatuses.ExpiredDlrUnknown).ShouldBe(code.Class == ResultClass.Uncertain, code.Code);
        }
    }

    [Theory]
    [InlineData("3016", 4, 7009)] // body differs from the template
    [InlineData("3027", 4, 7009)] // buttons differ from it
    [InlineData("4132", 4, 7008)] // variables are not those of the template
    [InlineData("3019", 9, 7002)] // no KakaoTalk user
    [InlineData("3020", 9, 7003)] // blocked by the user
    [InlineData("3021", 9, 7025)] // KakaoTalk too old
    [InlineData("3022", 4, 7024)] // advertisement at night
    [InlineData("3014", 25, 355)] // too long
    [InlineData("3012", 23, 7280)] // duplicate
    [InlineData("1003", 13, 7001)] // sender key
    [InlineData("1020", 52, 352)] // no recipient
    [InlineData("3008", 52, 351)] // wrong number
    [InlineData("3005", 29, 7051)] // no acknowledgement
    [InlineData("PHONE_OFF", 15, 4101)]
    public void A_client_that_branches_on_ids_finds_the_fitting_ones(string code, int status, int error)
    {
        InfobipResultMap.TryGet(code, out var outcome).ShouldBeTrue();

        (outcome.Status.Id, outcome.Error.Id).ShouldBe((status, error));
    }

    [Fact]
    public void Journeys_that_end_without_a_result_code_have_their_pairs()
    {
        Ids(InfobipResultMap.ValidityEnded).ShouldBe((15, 4101));
        Ids(InfobipResultMap.OutcomeUnknown).ShouldBe((29, 7051));
        Ids(InfobipResultMap.UnusableNumber).ShouldBe((52, 352));
        Ids(InfobipResultMap.UnknownSender).ShouldBe((13, 7084));
        Ids(InfobipResultMap.Cancelled).ShouldBe((31, 4100));
        Ids(InfobipResultMap.NoCarrier).ShouldBe((19, 7083));
    }

    [Fact]
    public void Every_status_and_error_that_we_name_is_published()
    {
        var statuses = FieldsOf<InfobipStatus>(typeof(InfobipStatuses));
        var errors = FieldsOf<InfobipError>(typeof(InfobipErrors));

        statuses.ShouldNotBeEmpty();
        errors.ShouldNotBeEmpty();
        Array.ForEach(statuses, PublishedCodes.ShouldHave);
        Array.ForEach(errors, PublishedCodes.ShouldHave);
    }

    private static (int Status, int Error) Ids((InfobipStatus Status, InfobipError Error) pair) =>
        (pair.Status.Id, pair.Error.Id);

    private static T[] FieldsOf<T>(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (T)field.GetValue(null)!)];
}
