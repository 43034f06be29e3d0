using System.Text.Json.Nodes;

namespace Naru.Dialects.Tests.Sinch.Messages;

/// <summary>Requests that a test says only its own part of.</summary>
internal static class Orders
{
    public const string Generic =
        """{"template_message":{"channel_template":{"KAKAOTALK":{"template_id":"package_template","parameters":{"package_id":"P-1","expected_delivery":"내일"}}}}}""";

    public const string OneTimeCode =
        """{"template_message":{"channel_template":{"KAKAOTALK":{"template_id":"otp_template","parameters":{"code":"4711"}}}}}""";

    /// <param name="more">Members beside, each followed by a comma.</param>
    public static string Send(MessageHost host, string message = Generic, string more = "", string identity = MessageHost.Phone, string channel = "KAKAOTALK") => $$$"""
        {{{{more}}}"app_id":"{{{host.App.PublicId}}}",
         "recipient":{"identified_by":{"channel_identities":[{"channel":"{{{channel}}}","identity":"{{{identity}}}"}]}},"message":{{{message}}}}
        """;

    public static string Template(string id, params (string Name, string Value)[] parameters) => new JsonObject
    {
        ["template_message"] = new JsonObject
        {
            ["channel_template"] = new JsonObject
            {
                ["KAKAOTALK"] = new JsonObject
                {
                    ["template_id"] = id,
                    ["parameters"] = new JsonObject(parameters.Select(p => KeyValuePair.Create(p.Name, (JsonNode?)p.Value))),
                },
            },
        },
    }.ToJsonString();
}
