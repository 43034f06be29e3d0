using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Kakao;

/// <summary>Two login libraries as they come from npm, each in a process of its own, through the pages that a person sees.</summary>
public sealed class UnmodifiedKakaoLoginTests(DemoGateway gateway) : IClassFixture<DemoGateway>
{
    private const string Person = "3000000001";

    [Fact]
    public async Task Passport_logs_a_person_in()
    {
        var seen = await NodeScript.RunAsync(
            "kakao-passport.js", new { BaseUrl = gateway.Url, ClientId = "demo-rest-key", CallbackUrl = "http://localhost:3000/callback", Person, Agree = true });

        ((string?)seen["error"]).ShouldBeNull();
        seen["user"]!["id"]!.ToString().ShouldBe(Person);
        ((string)seen["user"]!["displayName"]!).ShouldBe("김나루");
        ((string)seen["user"]!["accessToken"]!).Length.ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task Passport_is_told_when_the_person_cancels()
    {
        var seen = await NodeScript.RunAsync(
            "kakao-passport.js", new { BaseUrl = gateway.Url, ClientId = "demo-rest-key", CallbackUrl = "http://localhost:3000/callback", Person = "3000000003", Agree = false });

        ((string)seen["back"]!).ShouldContain("error=access_denied");
        seen["user"].ShouldBeNull();
    }

    [Fact]
    public async Task Auth_js_logs_a_person_in()
    {
        var seen = await NodeScript.RunAsync("kakao-auth-js.js", new { BaseUrl = gateway.Url, ClientId = "demo-rest-key", ClientSecret = "any", Person = "3000000002" });

        ((int)seen["status"]!).ShouldBe(302);
        ((string)seen["location"]!).ShouldBe("http://localhost:3000");
        ((string)seen["session"]!["user"]!["name"]!).ShouldBe("이하늘");
        ((string)seen["session"]!["user"]!["email"]!).ShouldBe("person2@naru.example");
    }

    [Fact]
    public async Task Auth_js_logs_a_person_in_by_OpenID_Connect_knowing_nothing_but_the_address()
    {
        var seen = await NodeScript.RunAsync("kakao-auth-js.js", new { BaseUrl = gateway.Url, ClientId = "demo-rest-key", ClientSecret = "any", Person = "3000000004", OpenId = true });

        ((string)seen["location"]!).ShouldBe("http://localhost:3000");
        ((string)seen["session"]!["user"]!["name"]!).ShouldBe("최보라");
        ((string)seen["session"]!["user"]!["email"]!).ShouldBe("person4@naru.example");
    }
}
