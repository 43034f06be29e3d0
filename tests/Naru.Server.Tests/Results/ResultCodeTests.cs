namespace Naru.Server.Tests.Results;

public sealed class ResultCodeTests(EveryCodeOnce sent) : IClassFixture<EveryCodeOnce>
{
    public static TheoryData<string> Codes() => [.. AlimResults.CodesOfTheRules];

    [Fact]
    public void The_table_states_every_code_of_the_rules_and_no_other() =>
        AlimResults.All.Keys.ShouldBe(AlimResults.CodesOfTheRules);

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Each_code_is_reported_as_stated_and_stands_on_the_timeline_as_it_came(string code)
    {
        var pushed = sent.PushedFor(code);
        (pushed.StatusId, pushed.ErrorId).ShouldBe(AlimResults.All[code]);

        // The vendor's log is limited to 120 calls a minute: a few codes stand for how it agrees with the push.
        if (code[^1] == '1')
            (await sent.LoggedForAsync(code)).StatusId.ShouldBe(pushed.StatusId);

        var codes = await sent.TimelineCodesForAsync(code);
        codes.ShouldContain(code);
        codes.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
    }
}
