using System.Text.Json;
using System.Text.Json.Nodes;
using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;
using Naru.Tests;

namespace Naru.Core.Tests.Kakao;

/// <summary>The reader of template objects and the published schema agree on every template, whole or broken.</summary>
public sealed class TemplateReaderTests
{
    private const string Link = """{"web_url":"https://a.test","mobile_web_url":"https://a.test","android_execution_params":"a=1","ios_execution_params":"a=1"}""";

    private static readonly string s_content = $$$"""{"title":"t","description":"d","image_url":"https://a.test/i.png","image_width":640,"image_height":480,"link":{{{Link}}}}""";

    private static readonly string s_buttons = $$$"""[{"title":"one","link":{{{Link}}}},{"title":"two","link":{}}]""";

    private const string Social = """{"like_count":1,"comment_count":2,"shared_count":3,"view_count":4,"subscriber_count":5}""";

    /// <summary>One of each shape, with every member.</summary>
    public static TheoryData<string> Whole { get; } =
    [
        $$$"""{"object_type":"feed","content":{{{s_content}}},"item_content":{"profile_text":"p","profile_image_url":"u","title_image_text":"t","title_image_url":"u","title_image_category":"c","items":[{"item":"i","item_op":"o"}],"sum":"s","sum_op":"o"},"social":{{{Social}}},"button_title":"b","buttons":{{{s_buttons}}}}""",
        $$$"""{"object_type":"list","header_title":"h","header_link":{{{Link}}},"contents":[{{{s_content}}},{{{s_content}}},{{{s_content}}}],"button_title":"b","buttons":{{{s_buttons}}}}""",
        $$$"""{"object_type":"location","content":{{{s_content}}},"address":"a","address_title":"t","social":{{{Social}}},"button_title":"b","buttons":{{{s_buttons}}}}""",
        $$$"""{"object_type":"commerce","content":{{{s_content}}},"commerce":{"product_name":"p","regular_price":1000,"discount_price":900,"discount_rate":10,"currency_unit":"$","currency_unit_position":1},"button_title":"b","buttons":{{{s_buttons}}}}""",
        $$$"""{"object_type":"text","text":"t","link":{{{Link}}},"button_title":"b","buttons":{{{s_buttons}}}}""",
        $$$"""{"object_type":"calendar","id_type":"event","id":"e1","content":{{{s_content}}},"buttons":{{{s_buttons}}}}""",
    ];

    /// <summary>What any value of a template may be replaced with.</summary>
    private static readonly string[] s_others =
    [
        "null", "true", "0", "-1", "1", "2", "100", "101", "199", "200", "1.0", "1.5", "\"\"", "\"event\"", "\"feed\"", "\"text\"", "\"list\"", "[]", "{}",
        $"\"{new string('가', 6)}\"", $"\"{new string('가', 7)}\"", $"\"{new string('x', 11)}\"", $"\"{new string('x', 12)}\"", $"\"{new string('x', 14)}\"", $"\"{new string('x', 15)}\"",
        $"\"{new string('x', 16)}\"", $"\"{new string('x', 17)}\"", $"\"{new string('x', 24)}\"", $"\"{new string('x', 25)}\"", $"\"{new string('x', 200)}\"", $"\"{new string('x', 201)}\"",
        "[{}]", "[{},{},{},{},{},{}]",
    ];

    [Theory]
    [MemberData(nameof(Whole))]
    public void A_whole_template_is_read(string json)
    {
        TemplateSchema.Accepts(Parse(json)).ShouldBeTrue();
        TemplateReader.Read(Parse(json), TextOverflow.Reject, out var fault).ShouldNotBeNull(fault?.ToString());
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public void Reader_and_schema_agree_on_every_template_with_one_value_changed_removed_or_repeated(string json)
    {
        var tried = 0;
        foreach (var (changed, what) in Variants(json))
        {
            tried++;
            var value = Parse(changed);
            var read = TemplateReader.Read(value, TextOverflow.Reject, out var fault) is not null;
            read.ShouldBe(TemplateSchema.Accepts(value), $"{what}: {fault}");
        }

        tried.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Whatever_the_schema_makes_the_reader_takes_and_with_one_thing_changed_they_agree()
    {
        for (var seed = 0; seed < 120; seed++)
        {
            var random = new Random(seed);
            var json = new SchemaTemplates(random).Next().ToJsonString();
            TemplateSchema.Accepts(Parse(json)).ShouldBeTrue(json);
            TemplateReader.Read(Parse(json), TextOverflow.Reject, out var fault).ShouldNotBeNull($"{fault}: {json}");

            var variants = Variants(json).ToArray();
            for (var times = 0; times < 20; times++)
            {
                var (changed, what) = variants[random.Next(variants.Length)];
                (TemplateReader.Read(Parse(changed), TextOverflow.Reject, out fault) is not null).ShouldBe(TemplateSchema.Accepts(Parse(changed)), $"{what}: {fault}: {changed}");
            }
        }
    }

    [Fact]
    public void Rate_and_fixed_discount_exclude_each_other()
    {
        var json = $$$"""{"object_type":"commerce","content":{{{s_content}}},"commerce":{"regular_price":1,"discount_rate":1,"fixed_discount_price":1}}""";

        TemplateReader.Read(Parse(json), TextOverflow.Reject, out var fault).ShouldBeNull();
        fault!.Path.ShouldBe("commerce");
        TemplateSchema.Accepts(Parse(json)).ShouldBeFalse();
    }

    [Fact]
    public void A_fault_names_its_place()
    {
        TemplateReader.Read(Parse($$$"""{"object_type":"list","header_title":"h","header_link":{},"contents":[{{{s_content}}},{"title":"t"}]}"""), TextOverflow.Reject, out var fault).ShouldBeNull();

        fault.ShouldBe(new TemplateFault("contents[1].link", "is required"));
    }

    [Fact]
    public void A_text_that_is_too_long_is_cut_where_the_app_wants_it_so()
    {
        var read = TemplateReader.Read(Parse($$$"""{"object_type":"text","text":"{{{string.Concat(Enumerable.Repeat("👍", 201))}}}","link":{}}"""), TextOverflow.Truncate, out _);

        read!.Text.ShouldBe(string.Concat(Enumerable.Repeat("👍", 200)));
    }

    [Fact]
    public void A_link_to_a_domain_that_is_not_registered_is_taken_out_and_told()
    {
        var app = new DevelopersApp(1, new Core.Workspaces.WorkspaceId(1), "a", new AppKeys("n", "r", "j", "a"), default) { WebDomains = ["https://a.test"] };
        var template = TemplateReader.Read(
            Parse("""{"object_type":"text","text":"t","link":{"web_url":"https://a.test/x","mobile_web_url":"https://a.test:8443/x"},"buttons":[{"title":"b","link":{"web_url":"http://a.test"}}]}"""),
            TextOverflow.Reject, out _)!;

        var kept = LinkRule.Apply(app, template, out var dropped);

        kept.Link.ShouldBe(new TalkLink("https://a.test/x"));
        kept.Buttons[0].Link.IsEmpty.ShouldBeTrue();
        dropped.Select(link => link.Place).ShouldBe(["link.mobile_web_url", "buttons[0].link.web_url"]);
    }

    [Fact]
    public void Arguments_fill_texts_links_and_numbers_and_what_is_missing_is_told()
    {
        var (json, missing) = TemplateArguments.Fill(
            """{"content":{"title":"${A} and ${B}","link":{"web_url":"https://a.test/${A}"}},"commerce":{"regular_price":"${P}"},"from":"${ME}"}""",
            new Dictionary<string, string> { ["A"] = "\"x\"", ["P"] = "1200" }, "나루");

        missing.ShouldBe(["B"]);
        var filled = Parse(json);
        filled.GetProperty("content").GetProperty("title").GetString().ShouldBe("\"x\" and ${B}");
        filled.GetProperty("content").GetProperty("link").GetProperty("web_url").GetString().ShouldBe("https://a.test/\"x\"");
        filled.GetProperty("commerce").GetProperty("regular_price").GetInt32().ShouldBe(1200);
        filled.GetProperty("from").GetString().ShouldBe("나루");
    }

    private static IEnumerable<(string Json, string What)> Variants(string json)
    {
        foreach (var place in PlacesOf(JsonNode.Parse(json)!))
        {
            foreach (var other in s_others)
            {
                var root = JsonNode.Parse(json)!;
                Put(root, place, JsonNode.Parse(other));
                yield return (root.ToJsonString(), $"{string.Join('/', place)} = {other}");
            }

            var without = JsonNode.Parse(json)!;
            Remove(without, place);
            yield return (without.ToJsonString(), $"{string.Join('/', place)} removed");
            if (place[^1] is int)
            {
                var twice = JsonNode.Parse(json)!;
                Repeat(twice, place);
                yield return (twice.ToJsonString(), $"{string.Join('/', place)} repeated");
            }
        }
    }

    private static IEnumerable<object[]> PlacesOf(JsonNode node, params object[] above) => node switch
    {
        JsonObject members => members.SelectMany(member => new[] { (object[])[.. above, member.Key] }.Concat(member.Value is { } value ? PlacesOf(value, [.. above, member.Key]) : [])),
        JsonArray items => items.SelectMany((item, at) => new[] { (object[])[.. above, at] }.Concat(item is { } value ? PlacesOf(value, [.. above, at]) : [])),
        _ => [],
    };

    private static JsonNode Above(JsonNode root, object[] place) => place[..^1].Aggregate(root, (node, step) => step is int at ? node[at]! : node[(string)step]!);

    private static void Put(JsonNode root, object[] place, JsonNode? value)
    {
        var above = Above(root, place);
        if (place[^1] is int at)
        {
            above[at] = value;
        }
        else
        {
            above[(string)place[^1]] = value;
        }
    }

    private static void Remove(JsonNode root, object[] place)
    {
        var above = Above(root, place);
        if (place[^1] is int at)
        {
            above.AsArray().RemoveAt(at);
        }
        else
        {
            above.AsObject().Remove((string)place[^1]);
        }
    }

    private static void Repeat(JsonNode root, object[] place)
    {
        var items = Above(root, place).AsArray();
        for (var more = 0; more < 5; more++)
        {
            items.Add(items[(int)place[^1]]!.DeepClone());
        }
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
