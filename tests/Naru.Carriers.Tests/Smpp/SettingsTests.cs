using Microsoft.Extensions.Configuration;
using Naru.Carriers.Smpp;
using Naru.Carriers.Smpp.Receipts;
using Naru.Carriers.Smpp.Texts;

namespace Naru.Carriers.Tests.Smpp;

public sealed class SettingsTests
{
    [Fact]
    public void Two_settings_and_a_name_make_an_account()
    {
        var options = Read(("Host", "smsc.example"), ("SystemId", "naru"));

        (options.Name, options.Host, options.Port, options.Binds, options.Window, options.WantsReceipts).ShouldBe(("mobile", "smsc.example", 2775, 1, 10, true));
        options.Texts.Alphabets.Select(a => (a.Alphabet.Name, a.Coding)).ShouldBe([("gsm7", (byte)0), ("ucs2", (byte)8)]);
    }

    [Fact]
    public void An_account_of_a_Korean_carrier_can_be_described()
    {
        var options = Read(
            ("Host", "smsc.example"), ("SystemId", "naru"), ("Password", "secret"), ("Alphabets", "euc-kr, ucs2"), ("DataCoding:euc-kr", "132"), ("SingleUnits:euc-kr", "80"),
            ("LongMessages", "payload"), ("NationalCountry", "82"), ("ReceiptZone", "Asia/Seoul"), ("SubmitIds", "hex"), ("ReceiptIds", "decimal"), ("Bind", "separate"),
            ("ReceiptErrors:045", "SMS_INVALID_NUMBER"), ("ResponseTimeout", "00:00:05"));

        options.Texts.Alphabets.Select(a => (a.Alphabet.Name, a.Coding, a.SingleUnits)).ShouldBe([("euc-kr", (byte)132, 80), ("ucs2", (byte)8, 140)]);
        (options.Texts.LongMessages, options.SubmitIds, options.ReceiptIds, options.Bind).ShouldBe((LongMessages.Payload, MessageIdForm.Hex, MessageIdForm.Decimal, BindKind.Separate));
        options.ReceiptZone.ShouldNotBeNull().Id.ShouldBe("Asia/Seoul");
        options.ReceiptErrors["045"].ShouldBe("SMS_INVALID_NUMBER");
    }

    [Theory]
    [InlineData("Host", "")]
    [InlineData("Port", "0")]
    [InlineData("SystemId", "longer than fifteen")]
    [InlineData("Password", "a password that is too long")]
    [InlineData("Window", "1001")]
    [InlineData("Alphabets", "ebcdic")]
    [InlineData("Alphabets", ",")]
    [InlineData("LongMessages", "2")]
    [InlineData("ReceiptZone", "Seoul")]
    [InlineData("ReceiptErrors:045", "NO_SUCH_CODE")]
    [InlineData("ResponseTimeout", "01:00:00")]
    [InlineData("TlsAuthorities", "/nowhere/at/all.pem")]
    public void What_cannot_be_meant_is_refused_with_its_path_and_without_secrets(string key, string value)
    {
        var refused = Should.Throw<InvalidOperationException>(() => Read(("Host", "smsc.example"), ("SystemId", "naru"), ("Password", "secret"), (key, value)));

        refused.Message.ShouldStartWith($"Naru:Carriers:mobile:{key}");
        refused.Message.ShouldNotContain("a password");
    }

    private static SmppOptions Read(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder();
        var values = new Dictionary<string, string?>();
        foreach (var (key, value) in settings)
            values[$"Naru:Carriers:mobile:{key}"] = value;
        return SmppOptionsReader.Read("mobile", configuration.AddInMemoryCollection(values).Build().GetSection("Naru:Carriers:mobile"), "/tmp");
    }
}
