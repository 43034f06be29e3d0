using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Kakao;

/// <summary>The keys of id tokens as a client sees them while the gateway's clock goes on for years, and over a restart.</summary>
public sealed class KakaoKeyRotationTests
{
    [Fact]
    public async Task A_client_that_reads_the_keys_daily_can_verify_every_login_of_a_year()
    {
        using var data = new DataFolder();
        string token;
        var signers = new HashSet<string>(StringComparer.Ordinal);
        await using (var naru = await NaruProcess.StartAsync(new NaruStart(data.Path) { Command = "test" }))
        {
            using var http = new HttpClient { BaseAddress = naru.Url };
            var kept = await KeysAsync(http);
            foreach (var hours in new[] { 12, 24 * 88, 13, 10, 10, 24 * 60, 24 * 29, 23, 2, 24 * 100, 1, 22, 2 })
            {
                if (hours >= 24)
                {
                    await AdvanceAsync(http, hours - 23);
                    kept = await KeysAsync(http);
                }

                await AdvanceAsync(http, Math.Min(hours, 23));
                signers.Add(Verify(await LogInAsync(naru.Url), kept));
                kept = await KeysAsync(http);
            }

            signers.Count.ShouldBeInRange(3, 5);
            token = await LogInAsync(naru.Url);
        }

        await using var again = await NaruProcess.StartAsync(new NaruStart(data.Path) { Command = "test" });
        using var later = new HttpClient { BaseAddress = again.Url };
        var keys = await KeysAsync(later);
        Verify(token, keys);
        Verify(await LogInAsync(again.Url), keys);
    }

    private static async Task AdvanceAsync(HttpClient http, int hours)
    {
        using var answer = await http.PostAsJsonAsync("/simulator/clock", new { advance = $"PT{hours}H" });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<JsonArray> KeysAsync(HttpClient http) => JsonNode.Parse(await http.GetStringAsync("/.well-known/jwks.json"))!["keys"]!.AsArray();

    /// <summary>With a set of keys that was read before the login.</summary>
    /// <returns>Which of them signed.</returns>
    private static string Verify(string token, JsonArray keys)
    {
        var parts = token.Split('.');
        var id = JsonNode.Parse(Base64Url.DecodeFromChars(parts[0]))!["kid"]!.ToString();
        var key = keys.Single(one => one!["kid"]!.ToString() == id)!;
        using var rsa = RSA.Create(new RSAParameters { Modulus = Base64Url.DecodeFromChars(key["n"]!.ToString()), Exponent = Base64Url.DecodeFromChars(key["e"]!.ToString()) });
        rsa.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
        return id;
    }

    private static async Task<string> LogInAsync(Uri gateway) => (string)(await KakaoPerson.TokensAsync(gateway, 3_000_000_001, "openid"))["id_token"]!;
}
