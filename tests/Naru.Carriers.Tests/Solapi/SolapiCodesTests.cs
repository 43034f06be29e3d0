using Naru.Carriers.Solapi;
using Naru.Core.Results;

namespace Naru.Carriers.Tests.Solapi;

public sealed class SolapiCodesTests
{
    [Fact]
    public void The_signature_is_the_one_that_the_vendors_own_client_made() =>
        SolapiSignature.Of("SECRET", "2026-11-21T09:16:54Z", "2BloWiNTcmqeXpujVrnK57gyFicCWpTG")
            .ShouldBe("6afd9d30220aa2aa6217e26e2b81ecbf60931fcb0c92f4a5a6fa9695a8d63cec");

    [Fact]
    public void Every_code_leads_to_one_of_our_catalogue() =>
        Enumerable.Range(1000, 4000).Select(code => SolapiCodes.Table.Of($"{code}")).Where(ours => !ours.StartsWith("solapi:", StringComparison.Ordinal))
            .ShouldAllBe(ours => ResultCodes.Find(ours) != null);

    [Theory]
    [InlineData("4000", ResultClass.Success)]
    [InlineData("3104", ResultClass.Reroute)]
    [InlineData("3107", ResultClass.Reroute)]
    [InlineData("3103", ResultClass.Caller)]
    [InlineData("3108", ResultClass.Later)]
    [InlineData("2230", ResultClass.Caller)]
    [InlineData("3010", ResultClass.Never)]
    [InlineData("3012", ResultClass.Retry)]
    public void A_code_means_what_it_says(string raw, ResultClass meaning) => ResultCodes.Find(SolapiCodes.Table.Of(raw)).ShouldNotBeNull().Class.ShouldBe(meaning);

    [Theory]
    [InlineData("3999")]
    [InlineData("3015")]
    public void A_code_that_is_not_Solapis_is_kept_and_taken_for_none_of_KakaoTalks(string raw)
    {
        SolapiCodes.Table.Of(raw).ShouldBe($"solapi:{raw}");
        ResultCodes.Find(SolapiCodes.Table.Of(raw)).ShouldBeNull();
    }
}
