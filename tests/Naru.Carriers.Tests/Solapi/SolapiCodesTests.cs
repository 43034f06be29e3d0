using Naru.Carriers.Solapi;
using Naru.Carriers.Tests.Dealers;
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

    /// <summary>solapi/documents <c>api-reference/message-status-codes.md</c>, code by code but for 2000 and 3000, which are no result.</summary>
    [Theory]
    [InlineData(ResultClass.Success, "4000")]
    [InlineData(ResultClass.Uncertain, "3014 3048")]
    [InlineData(ResultClass.Retry, "1024 2024 3012 3024")]
    [InlineData(ResultClass.Later, "3108")]
    [InlineData(ResultClass.Never, "1026 1060 1061 2060 2061 3010 3032")]
    [InlineData(ResultClass.Caller, "1010 1011 1013 1014 1020 1021 1022 1023 1025 1027 1028 1029 1030 1031 1032 1033 1034 1041 1042 1043 1044 1045 1046 1047 1048 1049 1050 1051 1052 1053")]
    [InlineData(ResultClass.Caller, "1062 1064 2011 2062 2063 2064 2230 2254 3011 3013 3054 3055 3059 3101 3103 3105 3106")]
    [InlineData(ResultClass.Reroute, "1058 3031 3040 3041 3042 3043 3044 3045 3046 3047 3050 3051 3052 3053 3056 3057 3058 3060 3102 3104 3107")]
    public void Every_code_of_the_vendors_list_leads_where_it_should(ResultClass meaning, string codes) => codes.ShouldMean(meaning, SolapiCodes.Table.Of);

    [Theory]
    [InlineData(401, "SignatureDoesNotMatch", ResultClass.Caller)]
    [InlineData(403, "InvalidAPIKey", ResultClass.Caller)]
    [InlineData(402, "NotEnoughBalance", ResultClass.Caller)]
    [InlineData(400, "ValidationError", ResultClass.Caller)]
    public void A_request_that_is_refused_as_a_whole_blames_its_caller(int status, string error, ResultClass meaning) =>
        ResultCodes.Find(SolapiCodes.OfError(status, error)).ShouldNotBeNull().Class.ShouldBe(meaning);

    [Theory]
    [InlineData("3999")]
    [InlineData("3015")]
    public void A_code_that_is_not_Solapis_is_kept_and_taken_for_none_of_KakaoTalks(string raw)
    {
        SolapiCodes.Table.Of(raw).ShouldBe($"solapi:{raw}");
        ResultCodes.Find(SolapiCodes.Table.Of(raw)).ShouldBeNull();
    }
}
