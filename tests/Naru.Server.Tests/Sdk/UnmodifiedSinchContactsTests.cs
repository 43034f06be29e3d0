using System.Text.Json;
using System.Text.Json.Nodes;
using Naru.Dialects.Tests.Contracts;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Sdk;

/// <summary>Sinch's own client, as it comes from npm, in a process of its own: contacts and conversations.</summary>
public sealed class UnmodifiedSinchContactsTests(SharedGateway gateway)
{
    [Fact]
    public async Task It_runs_every_operation_on_contacts_and_conversations()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();

        var seen = await NodeScript.RunAsync("sinch-contacts.js", new { BaseUrl = gateway.Url, workspace.Sinch });

        var id = Text(seen["created"]!, "id");
        foreach (var contact in new[] { "created", "got", "updated", "merged" })
        {
            ShouldBe("Contact", seen[contact]!);
            Text(seen[contact]!, "id").ShouldBe(id);
        }

        Text(seen["got"]!["channel_identities"]![0]!, "identity").ShouldBe("821000000001");
        Text(seen["updated"]!, "display_name").ShouldBe("Kim");
        Text(seen["updated"]!, "metadata").ShouldBe("m");
        Text(seen["updated"]!, "email").ShouldBe("");
        Ids(seen["found"]!).ShouldBe([id]);
        Ids(seen["byExternalId"]!).ShouldBe([id]);
        Text(seen["conflicts"]!.AsArray().ShouldHaveSingleItem()!, "identity").ShouldBe("821000000001");
        Status(seen["profile"]!).ShouldBe(400);
        Text(seen["merged"]!, "email").ShouldBe("kim@example.test");
        seen["merged"]!["channel_identities"]!.AsArray().Count.ShouldBe(2);
        Status(seen["mergedAway"]!).ShouldBe(404);
        seen["all"]!.AsArray().Select(one => (string)one!).Distinct().Count().ShouldBe(24);

        var talk = Text(seen["talk"]!, "id");
        foreach (var conversation in new[] { "talk", "talkGot", "talkUpdated", "talkStopped" })
        {
            ShouldBe("Conversation", seen[conversation]!);
            Text(seen[conversation]!, "id").ShouldBe(talk);
        }

        seen["talkUpdated"]!["metadata_json"]!.ToJsonString().ShouldBe("""{"a":1,"c":3}""");
        Ids(seen["talks"]!).ShouldBe([talk]);
        ((bool)seen["talkStopped"]!["active"]!).ShouldBeFalse();
        seen["activeTalks"]!.AsArray().ShouldBeEmpty();
        Status(seen["talkGone"]!).ShouldBe(404);
        Status(seen["recent"]!).ShouldBe(501);
        Status(seen["gone"]!).ShouldBe(404);
        Status(seen["refused"]!).ShouldBe(400);
    }

    private static string Text(JsonNode node, string member) => (string)node[member]!;

    private static int Status(JsonNode node) => (int)node["statusCode"]!;

    private static IEnumerable<string> Ids(JsonNode list) => list.AsArray().Select(one => Text(one!, "id"));

    private static void ShouldBe(string schema, JsonNode value) => OpenApiFile.Sinch.ShouldAccept(JsonSerializer.SerializeToElement(value), schema);
}
