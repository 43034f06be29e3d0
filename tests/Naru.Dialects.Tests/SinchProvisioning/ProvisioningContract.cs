using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Naru.Dialects.Tests.Contracts;
using Naru.Dialects.Tests.Hosting;

namespace Naru.Dialects.Tests.SinchProvisioning;

/// <summary>What every answer of this API is held against.</summary>
internal static class ProvisioningContract
{
    /// <summary>The status, <c>application/json</c>, and the schema of the vendor's description, our own members left out.</summary>
    public static Answer ShouldBeAnswer(this Answer answer, string schema, HttpStatusCode status = HttpStatusCode.OK)
    {
        answer.ShouldBe(status);
        answer.Headers["Content-Type"].ShouldBe("application/json");
        ShouldFit(answer.Body, schema);
        return answer;
    }

    public static void ShouldFit(string body, string schema) =>
        OpenApiFile.SinchProvisioning.ShouldAccept(JsonSerializer.SerializeToElement(WithoutOurs(JsonNode.Parse(body)!)), schema);

    public static Answer ShouldBeError(this Answer answer, int status, string code)
    {
        answer.ShouldBe((HttpStatusCode)status);
        answer.Headers["Content-Type"].ShouldBe("application/json");
        OpenApiFile.SinchProvisioning.ShouldAccept(answer.Json, "Error");
        answer.Json.GetProperty("errorCode").GetString().ShouldBe(code, answer.Body);
        return answer;
    }

    /// <summary>400 <c>invalid_input</c> about exactly these fields.</summary>
    public static void ShouldComplainAbout(this Answer answer, params string[] fields) =>
        answer.ShouldBeError(400, "invalid_input").Json.GetProperty("additionalInformation").GetProperty("validationErrors").EnumerateArray()
            .Select(error => error.GetString()!.Split(' ')[0]).ShouldBe(fields, answer.Body);

    /// <summary><c>status</c> and <c>senderKey</c> of senders and templates: extensions.</summary>
    private static JsonNode WithoutOurs(JsonNode node)
    {
        switch (node)
        {
            case JsonObject found:
                if (found.ContainsKey("plusFriendId") || found.ContainsKey("code"))
                {
                    found.Remove("status");
                    found.Remove("senderKey");
                }

                foreach (var (_, member) in found.ToList())
                {
                    WithoutOurs(member!);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    WithoutOurs(item!);
                }

                break;
        }

        return node;
    }
}
