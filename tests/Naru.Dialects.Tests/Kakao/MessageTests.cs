using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;
using Naru.Dialects.Tests.Hosting;
using Naru.Engine.Kakao;
using Naru.Storage.Memory;
using static Naru.Dialects.Tests.Kakao.LoginTests;

namespace Naru.Dialects.Tests.Kakao;

/// <summary>Messages to oneself and to friends, checked by the response, as Kakao says.</summary>
public sealed class MessageTests : IAsyncLifetime
{
    private const string Friends = "/v1/api/talk/friends/message/default/send";
    private const string Memo = "/v2/api/talk/memo/default/send";

    private KakaoHost _kakao = null!;
    private string _token = "";

    public async ValueTask InitializeAsync()
    {
        _kakao = await KakaoHost.StartAsync();
        _token = await _kakao.LogInAsync(11);
        foreach (var person in KakaoHost.People[1..])
        {
            await _kakao.LogInAsync(person);
        }
    }

    public ValueTask DisposeAsync() => _kakao.DisposeAsync();

    [Fact]
    public async Task A_memo_arrives_in_the_room_for_oneself()
    {
        var answer = await _kakao.PostAsync(Memo, _token, ("template_object", KakaoHost.Text()));

        answer.ShouldBe(HttpStatusCode.OK).Body.ShouldBe("""{"result_code":0}""");
        var arrival = _kakao.Phones.Arrived.ShouldHaveSingleItem();
        (arrival.Room, arrival.To.Value, arrival.Bubble.AppName, arrival.Bubble.Template.Text).ShouldBe(("talk:me", "821000000011", "앱", "hello"));
    }

    [Fact]
    public async Task Parameters_of_a_post_are_taken_from_the_query_too() =>
        (await _kakao.PostAsync(Memo + "?template_object=" + Uri.EscapeDataString(KakaoHost.Text()), _token)).ShouldBe(HttpStatusCode.OK);

    [Theory]
    [InlineData("""{"object_type":"text","text":"\ud800","link":{}}""")]
    [InlineData("""{"object_type":"text","text":"hello","link":{},"\udc00":1}""")]
    public async Task Half_of_a_surrogate_pair_is_no_text_and_refused(string template)
    {
        ShouldFail(await _kakao.PostAsync(Memo, _token, ("template_object", template)), 400, -2, null);
        ShouldFail(await _kakao.PostAsync(Friends, _token, ("receiver_uuids", """["\ud800"]"""), ("template_object", KakaoHost.Text())), 400, -2, null);
        _kakao.Phones.Arrived.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_links_that_were_left_out_the_domain_is_kept_until_it_is_registered()
    {
        var leftOut = _kakao.Services.GetRequiredService<LeftOutLinks>();
        foreach (var link in new[] { "https://else.test/a?token=1", "https://else.test/b", "https://App.Test/fine", "no address" })
        {
            (await _kakao.PostAsync(Memo, _token, ("template_object", $$$"""{"object_type":"text","text":"t","link":{"web_url":"{{{link}}}"}}"""))).ShouldBe(HttpStatusCode.OK);
            _kakao.Time.Advance(TimeSpan.FromSeconds(1));
        }

        (await _kakao.PostAsync(Memo, _token, ("template_object", """{"object_type":"text"}"""))).ShouldBe(HttpStatusCode.BadRequest);
        leftOut.Of(App()).Select(one => (one.Domain, one.Place, one.Count)).ShouldBe([("no address", "link.web_url", 1), ("https://else.test", "link.web_url", 2)]);

        await _kakao.SetAsync(app => app with { WebDomains = [.. app.WebDomains, "https://else.test"] });
        leftOut.Of(App()).Select(one => one.Domain).ShouldBe(["no address"]);
        foreach (var n in Enumerable.Range(1, LeftOutLinks.Most + 5))
        {
            leftOut.Note(App(), [new DroppedLink("link.web_url", $"https://n{n}.test")]);
            _kakao.Time.Advance(TimeSpan.FromSeconds(1));
        }

        leftOut.Of(App()).Count.ShouldBe(LeftOutLinks.Most);
        leftOut.Of(App())[0].Domain.ShouldBe($"https://n{LeftOutLinks.Most + 5}.test");

        DevelopersApp App() => _kakao.Directory.FindApp(KakaoHost.AppId)!;
    }

    [Fact]
    public async Task Friends_are_written_to_and_named_in_the_answer()
    {
        var answer = await SendAsync(12, 13);

        answer.ShouldBe(HttpStatusCode.OK).Body.ShouldBe($$"""{"successful_receiver_uuids":["{{_kakao.UuidOf(12)}}","{{_kakao.UuidOf(13)}}"]}""");
        _kakao.Phones.Arrived.Select(arrival => (arrival.To.Value, arrival.RoomName)).ShouldBe([("821000000012", "사람11"), ("821000000013", "사람11")]);
    }

    [Fact]
    public async Task A_custom_template_is_filled_for_oneself_and_for_friends()
    {
        await _kakao.Directory.ChangeAsync(
            () => new KakaoChange
            {
                Templates =
                {
                    new CustomTemplate(77, KakaoHost.AppId, "t", """{"object_type":"feed","content":{"title":"${name}: ${ME}","link":{"web_url":"https://app.test/${name}"}}}""", 1, _kakao.Directory.Now),
                    new CustomTemplate(78, KakaoHost.OtherAppId, "t", """{"object_type":"feed","content":{"title":"t","link":{}}}""", 1, _kakao.Directory.Now),
                },
            },
            CancellationToken.None);

        (await _kakao.PostAsync("/v2/api/talk/memo/send", _token, ("template_id", "77"), ("template_args", """{"name":"A"}"""))).ShouldBe(HttpStatusCode.OK);
        (await _kakao.PostAsync(
            "/v1/api/talk/friends/message/send", _token, ("receiver_uuids", Uuids(12)), ("template_id", "77"), ("template_args", """{"name":1}"""), ("receiver_id_type", "uuid"))).ShouldBe(HttpStatusCode.OK);

        _kakao.Phones.Arrived.Select(arrival => arrival.Bubble.Template.Contents[0].Title).ShouldBe(["A: 사람11", "1: 사람11"]);
        ShouldFail(await _kakao.PostAsync("/v2/api/talk/memo/send", _token, ("template_id", "78")), 400, -2, null);
        ShouldFail(await _kakao.PostAsync("/v2/api/talk/memo/send", _token, ("template_id", "x")), 400, -2, null);
        ShouldFail(await _kakao.PostAsync("/v2/api/talk/memo/send", _token), 400, -2, "The Parameter [template_id] cannot be null.");
    }

    [Fact]
    public async Task Each_refusal_of_the_whole_request_comes_in_its_order_and_reaches_nobody()
    {
        const string constraints = "Constraints on the parameter [receiver_uuids] are unsatisfied. ";
        ShouldFail(await SendAsync("not json"), 400, -2, constraints + "The input receiver id(s) is invalid format.");
        ShouldFail(await SendAsync("[1]"), 400, -2, constraints + "The input receiver id(s) is invalid format.");
        ShouldFail(await SendAsync("""["bad uuid!"]"""), 400, -2, constraints + "The input receiver id(s) is invalid format.");
        ShouldFail(await _kakao.PostAsync(Friends, _token, ("template_object", KakaoHost.Text())), 400, -2, "The Parameter [receiver_uuids] cannot be null.");
        ShouldFail(await SendAsync("[]"), 400, -2, "The Parameter [receiver_uuids] cannot be empty.");
        ShouldFail(await SendAsync("""["a","b","c","d","e","f"]"""), 400, -2, constraints + "At most 5 receivers.");
        ShouldFail(await SendAsync(11), 400, -2, "Cannot contain a receiver who is identical to the sender in multicast mode.");
        ShouldFail(await SendAsync("""["nobody"]"""), 400, -2, constraints + "Not allowed to send a message to some of receivers.");
        ShouldFail(await SendAsync(12, 14), 400, -2, constraints + "Not allowed to send a message to some of receivers.");
        ShouldFail(await _kakao.PostAsync(Friends, _token, ("receiver_uuids", Uuids(12)), ("template_object", "-")), 400, -2,
            "failed to parse parameter. name=template_object, stringToParse=-, paramString=-, paramStringAlias=null");
        ShouldFail(await _kakao.PostAsync(Friends, _token, ("receiver_uuids", Uuids(12)), ("template_object", """{"object_type":"text","text":"t"}""")), 400, -2,
            "failed to parse parameter. name=template_object, stringToParse=-, paramString=-, paramStringAlias=null. link is required");
        _kakao.Phones.Arrived.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_not_in_the_team_is_reached_once_both_permissions_are_granted_and_never_by_a_test_app()
    {
        await _kakao.SetAsync(app => app with { Messaging = Permission.Granted, Friends = Permission.Requested });
        ShouldFail(await SendAsync(14), 400, -2, null);

        await _kakao.SetAsync(app => app with { Friends = Permission.Granted });
        (await SendAsync(14)).ShouldBe(HttpStatusCode.OK);

        await _kakao.SetAsync(app => app with { IsTest = true });
        ShouldFail(await SendAsync(14), 400, -2, null);
    }

    [Fact]
    public async Task Some_who_are_not_reached_are_told_by_code_and_the_others_get_the_message()
    {
        await _kakao.SetAsync(11, person => person with { Friends = [.. person.Friends.Where(friend => friend.Person != 13)] });

        var answer = (await SendAsync(12, 13)).ShouldBe(HttpStatusCode.OK).Json;

        answer.GetProperty("successful_receiver_uuids").EnumerateArray().Single().GetString().ShouldBe(_kakao.UuidOf(12));
        var failure = answer.GetProperty("failure_info").EnumerateArray().Single();
        failure.GetProperty("code").GetInt32().ShouldBe(-502);
        failure.GetProperty("receiver_uuids").EnumerateArray().Single().GetString().ShouldBe(_kakao.UuidOf(13));
        _kakao.Phones.Arrived.ShouldHaveSingleItem().To.Value.ShouldBe("821000000012");
    }

    [Fact]
    public async Task A_single_receiver_who_is_not_reached_is_an_error_or_failure_info_as_the_app_is_set()
    {
        await _kakao.Directory.ChangeConnectionAsync(KakaoHost.AppId, 12, connection => connection with { ShowsProfile = false }, CancellationToken.None);
        ShouldFail(await SendAsync(12), 400, -530, null);

        await _kakao.SetAsync(app => app with { SingleFailure = SingleFailure.FailureInfo });
        (await SendAsync(12)).ShouldBe(HttpStatusCode.OK).Json.GetProperty("failure_info")[0].GetProperty("code").GetInt32().ShouldBe(-530);
    }

    [Fact]
    public async Task People_and_accounts_refuse_with_their_codes()
    {
        await _kakao.SetAsync(12, person => person with { HasTalk = false });
        ShouldFail(await SendAsync(12), 400, -501, null);
        await _kakao.SetAsync(11, person => person with { HasTalk = false });
        ShouldFail(await _kakao.PostAsync(Memo, _token, ("template_object", KakaoHost.Text())), 400, -501, "given account is not connected to any talk user.");
        await _kakao.SetAsync(11, person => person with { State = AccountState.Restricted });
        ShouldFail(await _kakao.GetAsync("/v2/user/me", _token), 403, -4, null);
        await _kakao.SetAsync(11, person => person with { State = AccountState.Dormant });
        ShouldFail(await _kakao.GetAsync("/v2/user/me", _token), 400, -103, null);
        await _kakao.SetAsync(11, person => person with { State = AccountState.Active });
        await _kakao.SetAsync(app => app with { LeastAge = 19 });
        ShouldFail(await _kakao.GetAsync("/v2/user/me", _token), 403, -405, "required age verification.");
        await _kakao.SetAsync(11, person => person with { BirthYear = 2020 });
        ShouldFail(await _kakao.GetAsync("/v2/user/me", _token), 401, -406, null);
        await _kakao.SetAsync(app => app with { Suspended = true });
        ShouldFail(await _kakao.GetAsync("/v2/user/me", _token), 403, -12, null);
    }

    [Fact]
    public async Task A_consent_that_is_missing_is_told_with_what_is_needed_and_one_that_is_off_with_its_name()
    {
        var token = await _kakao.LogInAsync(12, "profile_nickname");
        await _kakao.PostAsync("/v2/user/revoke/scopes", token, ("scopes", """["talk_message","friends","account_email"]"""));

        var memo = await _kakao.PostAsync(Memo, token, ("template_object", KakaoHost.Text()));
        memo.Body.ShouldBe("""{"msg":"insufficient scopes.","code":-402,"api_type":"TALK_MEMO_DEFAULT_SEND","required_scopes":["talk_message"],"allowed_scopes":["profile_nickname"]}""");
        memo.ShouldBe(HttpStatusCode.Forbidden);
        (await _kakao.GetAsync("/v1/api/talk/friends", token)).Json.GetProperty("api_type").GetString().ShouldBe("FRIENDS");

        await _kakao.SetAsync(app => app with { Consents = new Dictionary<string, ConsentLevel> { [ConsentItem.Nickname] = ConsentLevel.Required } });
        ShouldFail(
            await SendAsync(12), 403, -3, "[앱] App disabled [talk_message] scopes for [TALK_MESSAGE_SEND] API on developers.kakao.com. Enable it first.");
    }

    [Fact]
    public async Task Quotas_end_with_their_codes_and_begin_again_the_next_Korean_day()
    {
        await _kakao.SetAsync(app => app with { Quotas = AppQuotas.Documented with { PerPair = 1, PerSender = 2 } });
        (await SendAsync(12)).ShouldBe(HttpStatusCode.OK);
        ShouldFail(await SendAsync(12), 400, -536, null);
        (await SendAsync(13)).ShouldBe(HttpStatusCode.OK);
        ShouldFail(await SendAsync(12), 400, -532, "daily message limit per sender has been exceeded.");
        (await _kakao.PostAsync(Memo, _token, ("template_object", KakaoHost.Text()))).ShouldBe(HttpStatusCode.OK);

        _kakao.Time.Advance(TimeSpan.FromHours(12));
        var token = await _kakao.LogInAsync(11);
        (await _kakao.PostAsync(Friends, token, ("receiver_uuids", Uuids(12)), ("template_object", KakaoHost.Text()))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task No_quota_is_exceeded_by_many_at_once_nor_by_a_restart()
    {
        var store = new MemoryKakaoStore();
        int reached;
        await using (var first = await KakaoHost.StartAsync(app => app with { Quotas = AppQuotas.Documented with { PerPair = 7 } }, store))
        {
            var token = await first.LogInAsync(11);
            await first.LogInAsync(12);
            var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ =>
                first.PostAsync(Friends, token, ("receiver_uuids", $"[\"{first.UuidOf(12)}\"]"), ("template_object", KakaoHost.Text()))));
            reached = answers.Count(answer => answer.Status == HttpStatusCode.OK);
            reached.ShouldBe(7);
            first.Phones.Arrived.Count.ShouldBe(7);
        }

        await using var second = await KakaoHost.StartAsync(store: store);
        second.Directory.Used(new QuotaKey(KakaoHost.AppId, QuotaKind.Pair, "2026-11-22", 11, 12)).ShouldBe(7);
    }

    [Fact]
    public async Task All_requests_of_an_app_are_counted_against_its_month()
    {
        await _kakao.SetAsync(app => app with { Quotas = AppQuotas.Documented with { RequestsPerMonth = 5 } });

        var answers = new List<Answer>();
        for (var i = 0; i < 6; i++)
        {
            answers.Add(await _kakao.GetAsync("/v2/user/me", _token));
        }

        answers.Take(5).ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        ShouldFail(answers[5], 400, -10, "API limit has been exceeded.");
    }

    [Fact]
    public async Task Every_code_of_the_contract_can_be_ordered_and_is_answered_as_the_table_says()
    {
        var forced = _kakao.Services.GetRequiredService<ForcedFaults>();
        foreach (var fault in KakaoFault.All)
        {
            forced.Order(KakaoHost.AppId, fault, 11, "/v2/user", 1);
            ShouldFail(await _kakao.GetAsync("/v2/user/me", _token), fault.Status, fault.Code, fault.Message);
        }

        (await _kakao.GetAsync("/v2/user/me", _token)).ShouldBe(HttpStatusCode.OK);
    }

    private Task<Answer> SendAsync(params long[] people) => SendAsync(Uuids(people));

    private Task<Answer> SendAsync(string uuids) => _kakao.PostAsync(Friends, _token, ("receiver_uuids", uuids), ("template_object", KakaoHost.Text()));

    private string Uuids(params long[] people) => "[" + string.Join(',', people.Select(person => $"\"{_kakao.UuidOf(person)}\"")) + "]";
}
