using System.Text.RegularExpressions;
using Naru.Core.Results;
using Naru.Tests;

namespace Naru.Core.Tests.Results;

public sealed partial class ResultCodesTests
{
    public static TheoryData<string, ResultClass> CodesOfTheRules()
    {
        var data = new TheoryData<string, ResultClass>();
        foreach (var (code, letter) in ReadRules())
        {
            data.Add(code, ClassOf(letter));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(CodesOfTheRules))]
    public void Every_code_of_the_rules_has_the_class_that_the_rules_recommend(string code, ResultClass expected) =>
        ResultCodes.Find(code).ShouldNotBeNull().Class.ShouldBe(expected);

    [Fact]
    public void Beyond_the_rules_there_is_only_what_the_simulator_and_mobile_carriers_add()
    {
        ResultCodes.All.Select(code => code.Code)
            .Except(ReadRules().Select(row => row.Code), StringComparer.Ordinal)
            .Where(code => !code.StartsWith("SMS_", StringComparison.Ordinal))
            .ShouldBe(["PHONE_OFF"]);

        ResultCodes.Find("PHONE_OFF").ShouldNotBeNull().Class.ShouldBe(ResultClass.Wait);
        ResultCodes.Find("SMS_UNKNOWN").ShouldNotBeNull().Class.ShouldBe(ResultClass.Uncertain);
    }

    [Theory]
    [InlineData("3017")] // a gap among published codes
    [InlineData("7000")] // Bizppurio's form of success: its adapter translates
    [InlineData("me09")]
    [InlineData("")]
    public void A_code_that_nobody_published_is_unknown(string code) => ResultCodes.Find(code).ShouldBeNull();

    [Fact]
    public void The_list_is_ordered_by_code_and_names_each_once()
    {
        var codes = ResultCodes.All.Select(code => code.Code).ToArray();

        codes.ShouldBe(codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_operator_reads_each_text_in_either_language()
    {
        foreach (var code in ResultCodes.All)
        {
            foreach (var text in (BilingualText[])[code.Meaning, code.Remedy])
            {
                text.Ko.ShouldMatch(@"\p{IsHangulSyllables}.*\.$", code.Code);
                text.En.ShouldMatch(@"^[A-Z][^\p{IsHangulSyllables}]*\.$", code.Code);
            }
        }
    }

    [Fact]
    public void No_two_codes_mean_the_same_in_the_same_words()
    {
        ResultCodes.All.Select(code => code.Meaning.Ko).ShouldBeUnique();
        ResultCodes.All.Select(code => code.Meaning.En).ShouldBeUnique();
    }

    [Fact]
    public void Names_are_identifiers_and_only_the_two_forms_of_success_share_one()
    {
        ResultCodes.All.ShouldAllBe(code => PascalCase().IsMatch(code.Name));
        ResultCodes.All.GroupBy(code => code.Name, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .SelectMany(group => group.Select(code => code.Code))
            .ShouldBe(["0000", "1000"]);
    }

    private static IEnumerable<(string Code, string Letter)> ReadRules() =>
        File.ReadLines(Checkout.PathOf("tests/Contracts/bizmessage-result-codes.tsv"))
            .Where(line => line is not ['#', ..])
            .Select(line => line.Split('\t'))
            .Select(cells => (cells[0], cells[1]));

    private static ResultClass ClassOf(string letter) => letter switch
    {
        "-" => ResultClass.Success,
        "Y" => ResultClass.Reroute,
        "R" => ResultClass.Retry,
        "C" => ResultClass.Caller,
        "T" => ResultClass.Later,
        "N" => ResultClass.Never,
        "U" => ResultClass.Uncertain,
        _ => throw new InvalidDataException($"The rules know no letter '{letter}'."),
    };

    [GeneratedRegex("^[A-Z][A-Za-z0-9]+$")]
    private static partial Regex PascalCase();
}
