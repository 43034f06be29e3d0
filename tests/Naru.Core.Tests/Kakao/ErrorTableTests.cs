using System.Text.Json;
using Naru.Core.Kakao;
using Naru.Tests;

namespace Naru.Core.Tests.Kakao;

/// <summary>The catalogue of errors against the contract's table, row by row and both ways.</summary>
public sealed class ErrorTableTests
{
    private static readonly JsonElement s_table = JsonDocument.Parse(File.ReadAllText(Checkout.PathOf("tests/Contracts/kakao/errors.json"))).RootElement;

    [Fact]
    public void Every_code_of_kapi_is_there_with_its_status_and_text()
    {
        foreach (var row in s_table.GetProperty("kapi").EnumerateArray())
        {
            var code = row.GetProperty("code").GetInt32();
            var fault = KakaoFault.All.Single(one => one.Code == code);
            if (row.GetProperty("http") is { ValueKind: JsonValueKind.Number } status)
            {
                fault.Status.ShouldBe(status.GetInt32(), $"{code}");
            }

            if (row.GetProperty("msg").GetString() is { } text && code != -3)
            {
                fault.Message.ShouldBe(text, $"{code}");
            }
        }
    }

    [Fact]
    public void No_code_is_made_up() => KakaoFault.All.Select(fault => fault.Code).Order()
        .ShouldBe(s_table.GetProperty("kapi").EnumerateArray().Select(row => row.GetProperty("code").GetInt32()).Order());

    [Fact]
    public void A_consent_item_that_is_off_is_told_in_Kakaos_words() =>
        KakaoFault.Disabled("APP", "talk_message", "TALK_MESSAGE_SEND").Message
            .ShouldBe(s_table.GetProperty("kapi").EnumerateArray().Single(row => row.GetProperty("code").GetInt32() == -3).GetProperty("msg").GetString()!
                .Replace("{app}", "APP", StringComparison.Ordinal).Replace("{scope}", "talk_message", StringComparison.Ordinal).Replace("{api_type}", "TALK_MESSAGE_SEND", StringComparison.Ordinal));

    [Fact]
    public void Every_code_of_kauth_is_there_with_its_word()
    {
        foreach (var row in s_table.GetProperty("kauth").EnumerateArray())
        {
            var fault = LoginFault.All.Single(one => one.Code == row.GetProperty("error_code").GetString());
            if (row.GetProperty("error").GetString() is { } word)
            {
                fault.Error.ShouldBe(word, fault.Code);
            }
        }

        LoginFault.All.Count.ShouldBe(s_table.GetProperty("kauth").GetArrayLength());
    }
}
