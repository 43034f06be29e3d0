using System.Text.Json;
using Naru.Engine.Registry;

namespace Naru.Dialects.Infobip.Omni;

/// <summary>Scenarios as the vendor's samples show them: the schema calls <c>key</c> an integer, every sample has 32 hexadecimal digits.</summary>
internal static class ScenarioAnswer
{
    public static void WriteList(Utf8JsonWriter json, IReadOnlyList<OmniScenario> scenarios)
    {
        json.WriteStartObject();
        json.WriteStartArray("scenarios"u8);
        foreach (var scenario in scenarios)
        {
            Write(json, scenario);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, OmniScenario scenario)
    {
        json.WriteStartObject();
        json.WriteString("key"u8, scenario.Key);
        if (scenario.Name is { } name)
        {
            json.WriteString("name"u8, name);
        }

        json.WriteStartArray("flow"u8);
        foreach (var step in scenario.Flow)
        {
            json.WriteStartObject();
            if (step.Sender is { } sender)
            {
                json.WriteString("from"u8, sender);
            }

            json.WriteString("channel"u8, OmniChannels.WordOf(step.Channel));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("default"u8, scenario.IsDefault);
        json.WriteEndObject();
    }
}
