using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Naru.Core.Conversations;

namespace Naru.Core.Tests.Conversations;

/// <summary>RFC 7386, appendix A, as far as both are objects; and its algorithm, written down once more.</summary>
public sealed class MergePatchTests
{
    [Theory]
    [InlineData("""{"a":"b"}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"b":"c"}""", """{"a":"b","b":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"a":null}""", "{}")]
    [InlineData("""{"a":"b","b":"c"}""", """{"a":null}""", """{"b":"c"}""")]
    [InlineData("""{"a":["b"]}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"c"}""", """{"a":["b"]}""", """{"a":["b"]}""")]
    [InlineData("""{"a":{"b":"c"}}""", """{"a":{"b":"d","c":null}}""", """{"a":{"b":"d"}}""")]
    [InlineData("""{"a":[{"b":"c"}]}""", """{"a":[1]}""", """{"a":[1]}""")]
    [InlineData("""{"e":null}""", """{"a":1}""", """{"e":null,"a":1}""")]
    [InlineData("{}", """{"a":{"bb":{"ccc":null}}}""", """{"a":{"bb":{}}}""")]
    [InlineData(null, """{"a":1,"b":null}""", """{"a":1}""")]
    [InlineData("""{"이름":"김"}""", """{"주소":"서울"}""", """{"이름":"김","주소":"서울"}""")]
    [InlineData("""{"a":1,"a":2}""", """{"b":1.50}""", """{"a":2,"b":1.50}""")]
    public void A_patch_sets_removes_and_merges(string? target, string patch, string result) => MergePatch.Apply(target, patch).ShouldBe(result);

    [Fact]
    public void Any_patch_does_what_the_rfc_s_algorithm_does()
    {
        foreach (var (target, patch) in (from target in Object(3) from patch in Object(3) select (target, patch)).Drawn(500))
        {
            var merged = JsonNode.Parse(MergePatch.Apply(target.ToJsonString(), patch.ToJsonString()));

            JsonNode.DeepEquals(merged, Merge(target, patch)).ShouldBeTrue($"{target.ToJsonString()} + {patch.ToJsonString()}");
        }
    }

    [Fact]
    public void A_patch_that_is_applied_twice_changes_nothing_the_second_time()
    {
        foreach (var (target, patch) in (from target in Object(3) from patch in Object(3) select (target, patch)).Drawn(200))
        {
            var once = MergePatch.Apply(target.ToJsonString(), patch.ToJsonString());

            MergePatch.Apply(once, patch.ToJsonString()).ShouldBe(once);
        }
    }

    [Fact]
    public void Two_thousand_and_forty_eight_bytes_fit()
    {
        MergePatch.Fits(null).ShouldBeTrue();
        MergePatch.Fits(new string('a', 2048)).ShouldBeTrue();
        MergePatch.Fits(new string('a', 2049)).ShouldBeFalse();
        MergePatch.Fits(new string('가', 683)).ShouldBeFalse();
    }

    private static Gen<JsonNode> Object(int depth) =>
        from names in Gen.Elements("a", "b", "c", "d").ArrayOf(3)
        from values in Value(depth).ArrayOf(3)
        select (JsonNode)new JsonObject(names.Zip(values).DistinctBy(member => member.First).Select(member => KeyValuePair.Create(member.First, member.Second?.DeepClone())));

    private static Gen<JsonNode?> Value(int depth)
    {
        var plain = Gen.Elements<Func<JsonNode?>>(() => null, () => JsonValue.Create(1), () => JsonValue.Create("text"), () => new JsonArray(1, null)).Select(make => make());
        return depth == 0 ? plain : Gen.Frequency((2, plain), (1, Object(depth - 1).Select(node => (JsonNode?)node)));
    }

    private static JsonNode? Merge(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
        {
            return patch?.DeepClone();
        }

        var result = target is JsonObject known ? (JsonObject)known.DeepClone() : [];
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                result.Remove(name);
            }
            else
            {
                result[name] = Merge(result[name], value);
            }
        }

        return result;
    }
}
