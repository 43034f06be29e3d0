using Naru.Core.Content;
using Naru.Dialects.Json;
using Naru.Engine.Registry;

namespace Naru.Dialects.Infobip.Omni;

/// <summary>The body of a new or changed scenario. Unknown members are skipped.</summary>
/// <param name="IsDefault">Null where nothing is said.</param>
internal sealed record ScenarioRequest(string? Name, IReadOnlyList<OmniStep> Flow, bool? IsDefault)
{
    public static ScenarioRequest Read(ref StrictJson json)
    {
        string? name = null;
        List<OmniStep>? flow = null;
        bool? isDefault = null;
        while (json.NextMember())
        {
            if (json.Is("name"u8))
            {
                name = json.String("name", OmniScenario.MaxName);
            }
            else if (json.Is("flow"u8))
            {
                flow = ReadFlow(ref json);
            }
            else if (json.Is("default"u8))
            {
                isDefault = json.Boolean("default");
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(flow is not null, "flow");
        return new ScenarioRequest(name, flow ?? [], isDefault);
    }

    private static List<OmniStep>? ReadFlow(ref StrictJson json)
    {
        if (!json.BeginArray("flow"))
        {
            return json.IsNull ? null : [];
        }

        var flow = new List<OmniStep>();
        while (json.NextItem())
        {
            if (json.BeginItem())
            {
                flow.Add(ReadStep(ref json));
            }
        }

        if (json.Index is < 0 or >= OmniScenario.MaxSteps)
        {
            json.Fault($"size must be between 1 and {OmniScenario.MaxSteps}");
        }

        json.End();
        return flow;
    }

    private static OmniStep ReadStep(ref StrictJson json)
    {
        string? from = null;
        Channel? channel = null;
        var faults = json.Faults.Count;
        while (json.NextMember())
        {
            if (json.Is("from"u8))
            {
                from = json.String("from", OmniStep.MaxSender) is { Length: > 0 } given ? given : null;
            }
            else if (json.Is("channel"u8))
            {
                channel = json.Choice("channel", OmniChannels.Choice);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(channel is not null, "channel");
        if (json.Faults.Count == faults)
        {
            Judge(ref json, channel!.Value, from);
        }

        json.End();
        return new OmniStep(channel ?? default, from);
    }

    /// <summary>A text without a sender leaves from the workspace's first number; there is no such stand-in for a KakaoTalk channel.</summary>
    private static void Judge(ref StrictJson json, Channel channel, string? from)
    {
        if (channel == default)
        {
            json.Fault("channel", OmniChannels.NoWayOut);
        }
        else if (channel == Channel.AlimTalk)
        {
            json.Require(from is not null, "from");
        }
    }
}
