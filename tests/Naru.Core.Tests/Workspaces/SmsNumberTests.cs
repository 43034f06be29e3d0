using Naru.Core.Senders;
using Naru.Core.Workspaces;

namespace Naru.Core.Tests.Workspaces;

public sealed class SmsNumberTests
{
    [Theory]
    [InlineData("15881234", "15881234")]
    [InlineData("1588-1234", "15881234")]
    [InlineData("02-1234-5678", "0212345678")]
    [InlineData("+82 2-1234-5678", "0212345678")]
    [InlineData("0082 (2) 1234 5678", "0212345678")]
    [InlineData("821012345678", "01012345678")]
    [InlineData("+82 010-1234-5678", "01012345678")]
    [InlineData("+82 1588 1234", "15881234")]
    [InlineData("114", "114")]
    public void A_number_is_read_as_it_is_dialled_in_Korea(string written, string number) => SmsNumber.Read(written).ShouldBe(number);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("NARU")]
    [InlineData("1588x1234")]
    [InlineData("+1 202 555 0100")]
    [InlineData("01234567890123456")]
    [InlineData("99999999999999999999999999")]
    public void What_is_none_is_not_read(string? written) => SmsNumber.Read(written).ShouldBeNull();

    [Fact]
    public void A_workspace_knows_its_numbers_however_they_are_written()
    {
        var settings = new WorkspaceSettings { SmsNumbers = [new SmsNumber("0212345678", DateTimeOffset.UnixEpoch)] };

        settings.HasNumber("0212345678").ShouldBeTrue();
        settings.HasNumber("+82-2-1234-5678").ShouldBeTrue();
        settings.HasNumber("0212345679").ShouldBeFalse();
        settings.HasNumber("").ShouldBeFalse();
        settings.ShouldBe(settings with { SmsNumbers = [.. settings.SmsNumbers] });
        settings.ShouldNotBe(settings with { SmsNumbers = [] });
    }
}
