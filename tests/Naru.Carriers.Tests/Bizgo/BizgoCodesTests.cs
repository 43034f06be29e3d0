using Naru.Carriers.Bizgo;
using Naru.Carriers.Tests.Dealers;
using Naru.Core.Results;

namespace Naru.Carriers.Tests.Bizgo;

public sealed class BizgoCodesTests
{
    private static readonly DateTimeOffset s_at = DateTimeOffset.FromUnixTimeMilliseconds(1743381600000);

    [Theory]
    [InlineData("ALIMTALK", "10000", "0000")]
    [InlineData("ALIMTALK", "63018", "3018")]
    [InlineData("ALIMTALK", "65000", "5000")]
    [InlineData("ALIMTALK", "ME09", "ME09")]
    [InlineData("SMS", "10000", "0000")]
    [InlineData("SMS", "63018", "bizgo:63018")]
    [InlineData("ALIMTALK", "69876", "bizgo:69876")]
    public void A_report_code_becomes_KakaoTalks_only_where_it_is_KakaoTalks(string service, string raw, string ours) => BizgoCodes.OfReport(service, raw).ShouldBe(ours);

    [Theory]
    [InlineData(ResultClass.Caller, "A302 A303 A309 A318 A321 A523")]
    [InlineData(ResultClass.Never, "A306")]
    [InlineData(ResultClass.Later, "A330")]
    [InlineData(ResultClass.Uncertain, "A910 A920 A999")]
    public void A_code_of_the_service_leads_where_it_should(ResultClass meaning, string codes) => codes.ShouldMean(meaning, BizgoCodes.OfService);

    [Theory]
    [InlineData(ResultClass.Uncertain, "63005 64001 ME09")]
    [InlineData(ResultClass.Caller, "63016")]
    [InlineData(ResultClass.Reroute, "63018")]
    [InlineData(ResultClass.Later, "63022")]
    [InlineData(ResultClass.Retry, "63000")]
    public void A_report_of_KakaoTalks_leads_where_KakaoTalks_code_does(ResultClass meaning, string codes) => codes.ShouldMean(meaning, static raw => BizgoCodes.OfReport("ALIMTALK", raw));

    [Fact]
    public void A_login_that_is_refused_blames_its_caller_and_a_code_nobody_knows_is_tried_once_more()
    {
        ResultCodes.Find(BizgoCodes.OfGateway(401)).ShouldNotBeNull().Class.ShouldBe(ResultClass.Caller);
        new[] { BizgoCodes.OfGateway(418), BizgoCodes.OfService("A777"), BizgoCodes.OfReport("SMS", "20001") }.ShouldAllBe(code => ResultCodes.Find(code) == null);
    }

    [Fact]
    public void A_webhook_signed_with_the_secret_is_believed_in_either_encoding()
    {
        var signature = BizgoSignature.Of("secret", "1743381600000");

        Valid(Convert.ToHexStringLower(signature)).ShouldBeTrue();
        Valid(Convert.ToHexString(signature)).ShouldBeTrue();
        Valid(Convert.ToBase64String(signature)).ShouldBeTrue();
        Convert.ToHexStringLower(BizgoSignature.Of("key", "The quick brown fox jumps over the lazy dog"))
            .ShouldBe("f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8", "the published vector of HMAC-SHA-256");
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("not a signature at all, but as long as sixty-four characters are")]
    public void Anything_else_is_not(string signature) => Valid(signature).ShouldBeFalse();

    [Fact]
    public void An_old_timestamp_is_not_believed_though_its_signature_is_right() =>
        BizgoSignature.IsValid("secret", "1743381600000", Convert.ToHexStringLower(BizgoSignature.Of("secret", "1743381600000")), s_at.AddMinutes(6), TimeSpan.FromMinutes(5)).ShouldBeFalse();

    private static bool Valid(string signature) => BizgoSignature.IsValid("secret", "1743381600000", signature, s_at.AddMinutes(1), TimeSpan.FromMinutes(5));
}
