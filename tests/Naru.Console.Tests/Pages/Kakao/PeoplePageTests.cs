using System.Net;
using Naru.Console.Tests.Hosting;
using Naru.Core.Kakao;
using Naru.Core.Messages;
using Naru.Engine.Kakao;

namespace Naru.Console.Tests.Pages.Kakao;

/// <summary>The simulated people of a workspace: what cannot be taken over is said where it was written.</summary>
public sealed class PeoplePageTests
{
    [Theory]
    [InlineData("", "821000000011", "Write a name of at most 60 characters.")]
    [InlineData("새 사람", "12", "Write a phone number")]
    [InlineData("새 사람", "010-0000-0011", "This is 하나’s.")]
    public async Task Who_cannot_be_added_is_not_and_the_field_says_why(string name, string phone, string fault)
    {
        await using var host = await ConsoleHost.StartAsync();
        await AddAsync(host, new Person(11, host.Workspace.Id, "하나", Recipient.Parse("821000000011")));
        using var visit = await Visit.SignedInAsync(host);
        var page = $"/console/{host.Workspace.PublicId}/kakao";

        var refused = await visit.SubmitAsync(page, page + "/people?lang=en", ("person-name", name), ("phone", phone));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        html.ShouldContain(fault);
        html.ShouldContain($"value=\"{phone}\"", Case.Sensitive, "what was written stays");
        host.Kakao.PeopleOf(host.Workspace.Id).Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_more_than_there_may_be_is_refused_and_not_called_saved()
    {
        await using var host = await ConsoleHost.StartAsync();
        await AddAsync(host, [.. Enumerable.Range(1, 500).Select(id => new Person(id, host.Workspace.Id, $"사람{id}", Recipient.Parse($"82100000{id:0000}")))]);
        using var visit = await Visit.SignedInAsync(host);
        var page = $"/console/{host.Workspace.PublicId}/kakao";

        var refused = await visit.SubmitAsync(page, page + "/people?lang=en", ("person-name", "새 사람"), ("phone", "821000009999"));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("At most 500.");
    }

    [Fact]
    public async Task A_version_that_is_none_is_refused_at_its_person_and_changes_nothing()
    {
        await using var host = await ConsoleHost.StartAsync();
        await AddAsync(host, new Person(11, host.Workspace.Id, "하나", Recipient.Parse("821000000011")));
        using var visit = await Visit.SignedInAsync(host);
        var page = $"/console/{host.Workspace.PublicId}/kakao";

        var refused = await visit.SubmitAsync(page, page + "/people/11?lang=en", ("version", "latest"), ("state", "Dormant"));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = await refused.Content.ReadAsStringAsync();
        html.ShouldContain("Write it like 25.8.0.");
        html.ShouldContain("value=\"latest\"");
        var person = host.Kakao.FindPerson(11)!;
        (person.TalkVersion, person.State, person.HasTalk).ShouldBe(("25.8.0", AccountState.Active, true));

        (await visit.SubmitAsync(page, page + "/people/11", ("version", "9.1.5"), ("state", "Dormant"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        person = host.Kakao.FindPerson(11)!;
        (person.TalkVersion, person.State, person.HasTalk).ShouldBe(("9.1.5", AccountState.Dormant, false));
    }

    [Fact]
    public async Task Without_people_the_page_says_what_they_are_for()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);

        (await visit.ReadAsync($"/console/{host.Workspace.PublicId}/kakao", "en")).ShouldContain("There are no people yet.");
    }

    private static async Task AddAsync(ConsoleHost host, params Person[] people)
    {
        var change = new KakaoChange();
        change.People.AddRange(people);
        await host.Kakao.ChangeAsync(() => change, default);
    }
}
