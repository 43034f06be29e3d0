using Naru.Engine.Registry;

namespace Naru.Engine.Tests.Registry;

public sealed class SecretsTests
{
    [Fact]
    public void A_secret_that_the_gateway_made_is_recognised_and_no_other()
    {
        var stored = Secrets.HashMachineMade("f00dfeed");

        Secrets.CheckPassword("f00dfeed", stored).ShouldBeTrue();
        Secrets.CheckPassword("f00dfeee", stored).ShouldBeFalse();
        stored.ShouldNotContain("f00dfeed");
    }

    [Fact]
    public void A_password_that_looks_like_a_stored_hash_opens_nothing()
    {
        var stored = Secrets.HashMachineMade("f00dfeed");

        Secrets.CheckPassword(stored, stored).ShouldBeFalse();
        Secrets.CheckPassword("", "sha256$").ShouldBeFalse();
    }

    [Fact]
    public void A_chosen_password_is_recognised_and_no_other()
    {
        var stored = Secrets.HashPassword("나루터", [1, 2, 3, 4, 5, 6, 7, 8]);

        Secrets.CheckPassword("나루터", stored).ShouldBeTrue();
        Secrets.CheckPassword("나루", stored).ShouldBeFalse();
    }
}
