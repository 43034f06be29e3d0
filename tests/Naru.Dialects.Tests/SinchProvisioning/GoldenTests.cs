using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Naru.Tests;

namespace Naru.Dialects.Tests.SinchProvisioning;

/// <summary>
/// The wire as files, one per operation: what happened before (<c>given</c>), what is asked (<c>request</c>) and the answer, member by member in its order.
/// <c>{code}</c> and <c>{id}</c> in a path are those of the last answer that had one.
/// </summary>
public sealed class GoldenTests
{
    private const string Folder = "tests/Contracts/sinch/provisioning";

    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static TheoryData<string> Files() =>
    [
        .. Directory.EnumerateFiles(Checkout.PathOf(Folder), "*.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_wire_is_as_the_file_shows_it(string file)
    {
        var exchange = JsonNode.Parse(await File.ReadAllTextAsync(Checkout.PathOf($"{Folder}/{file}")))!;
        await using var host = await ProvisioningHost.StartAsync();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var step in exchange["given"]?.AsArray() ?? [])
        {
            await GivenAsync(host, step!, seen);
        }

        var actual = await AskAsync(host, exchange["request"]!, seen);

        actual.ToJsonString(s_readable).ShouldBe(exchange["response"]!.ToJsonString(s_readable));
        if ((string?)exchange["schema"] is { } schema)
        {
            ProvisioningContract.ShouldFit(exchange["response"]!["body"]!.ToJsonString(), schema);
        }
    }

    private static async Task GivenAsync(ProvisioningHost host, JsonNode step, Dictionary<string, string> seen)
    {
        if ((string?)step["active"] is { } active)
        {
            await host.ActiveSenderAsync(active);
        }
        else if ((string?)step["approved"] is { } approved)
        {
            await host.ApproveSenderAsync(approved);
        }
        else if ((string?)step["rejected"] is { } rejected)
        {
            await host.RejectSenderAsync(rejected, (string)step["comment"]!);
        }
        else if ((string?)step["templateOf"] is { } sender)
        {
            await (step["comment"] is { } comment ? host.RejectTemplateAsync(sender, seen["code"], (string)comment!) : host.ApproveTemplateAsync(sender, seen["code"]));
        }
        else if ((string?)step["later"] is { } length)
        {
            host.Time.Advance(TimeSpan.Parse(length, CultureInfo.InvariantCulture));
        }
        else
        {
            ((int)(await AskAsync(host, step["asked"]!, seen))["status"]!).ShouldBeLessThan(300);
        }
    }

    private static async Task<JsonObject> AskAsync(ProvisioningHost host, JsonNode request, Dictionary<string, string> seen)
    {
        var path = seen.Aggregate((string)request["path"]!, static (text, found) => text.Replace($"{{{found.Key}}}", found.Value, StringComparison.Ordinal));
        var body = request["body"]?.ToJsonString();
        if (body?.Contains("{otp}", StringComparison.Ordinal) == true)
        {
            body = body.Replace("{otp}", await host.Phone.NextAsync(), StringComparison.Ordinal);
        }

        var answer = await host.SendAsync(new HttpMethod((string)request["method"]!), path, body);
        var result = new JsonObject { ["status"] = (int)answer.Status };
        if (answer.Body.Length > 0)
        {
            var read = JsonNode.Parse(answer.Body)!;
            foreach (var name in new[] { "code", "id" })
            {
                if ((string?)read[name] is { } value)
                {
                    seen[name] = value;
                }
            }

            // Chance made it.
            if (read["projectId"] is not null)
            {
                read["projectId"] = "{projectId}";
            }

            result["body"] = read;
        }

        return result;
    }
}
