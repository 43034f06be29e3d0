using System.Net;
using Naru.Engine.Webhooks;

namespace Naru.Engine.Tests.Webhooks;

public sealed class WebhookTargetPolicyTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.1")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("198.19.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%2")]
    [InlineData("fec0::1")]
    [InlineData("fc00::1")]
    [InlineData("fdff::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::10.0.0.1")]
    [InlineData("64:ff9b::10.0.0.1")]
    [InlineData("2002:0a00:0001::1")]
    public void An_address_that_is_not_on_the_internet_is_not_allowed(string address) =>
        WebhookTargetPolicy.PublicOnly.IsAllowed(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::8.8.8.8")]
    [InlineData("2002:0808:0808::1")]
    public void An_address_on_the_internet_is_allowed(string address) =>
        WebhookTargetPolicy.PublicOnly.IsAllowed(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("10.1.0.0/16", "10.1.255.255", true)]
    [InlineData("10.1.0.0/16", "10.2.0.0", false)]
    [InlineData("10.1.2.3/16", "10.1.0.0", true)] // bits after the prefix do not count
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("127.0.0.1", "127.0.0.2", false)]
    [InlineData("127.0.0.0/8", "::ffff:127.0.0.1", true)]
    [InlineData("::1", "::1", true)]
    [InlineData("fd00::/8", "fd12::5", true)]
    [InlineData("fd00::/8", "fc12::5", false)]
    [InlineData("0.0.0.0/0", "192.168.1.1", true)]
    [InlineData("0.0.0.0/0", "::1", false)]
    public void A_listed_network_is_allowed_and_its_neighbours_are_not(string network, string address, bool allowed) =>
        WebhookTargetPolicy.Allowing([network]).IsAllowed(IPAddress.Parse(address)).ShouldBe(allowed);

    [Theory]
    [InlineData("http://127.0.0.1:9000/dlr")]
    [InlineData("http://localhost/dlr")]
    [InlineData("http://LOCALHOST./dlr")]
    [InlineData("http://app.localhost/dlr")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://2130706433/")] // 127.0.0.1 as one number
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://user:pass@192.168.0.1/")]
    public void A_url_with_a_private_address_is_refused_and_the_setting_named(string url)
    {
        WebhookTargetPolicy.PublicOnly.IsRefused(new Uri(url), out var reason).ShouldBeTrue();

        reason.ShouldNotBeNull().ShouldContain("Naru:Webhooks:AllowedNetworks");
    }

    [Theory]
    [InlineData("https://shop.example/dlr")]
    [InlineData("http://8.8.8.8/dlr")]
    [InlineData("https://주문.example/dlr")]
    public void Any_other_url_is_judged_when_its_name_is_resolved(string url) =>
        WebhookTargetPolicy.PublicOnly.IsRefused(new Uri(url), out _).ShouldBeFalse();

    [Theory]
    [InlineData("127.0.0.0/8")]
    [InlineData("::1")]
    public void Localhost_is_allowed_with_either_loopback(string network) =>
        WebhookTargetPolicy.Allowing([network]).IsRefused(new Uri("http://localhost:9000/"), out _).ShouldBeFalse();

    [Theory]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/x")]
    [InlineData("fd00::/129")]
    public void What_is_no_network_is_said_with_the_name_of_the_setting(string text) =>
        Should.Throw<FormatException>(() => WebhookTargetPolicy.Allowing([text])).Message.ShouldContain("Naru:Webhooks:AllowedNetworks");
}
