using Naru.Engine.Ports;

namespace Naru.Carriers.Simulator;

/// <summary>A query said of one message; the same that <c>HandsetReader</c> says in SQL.</summary>
internal static class HandsetFilter
{
    public static bool Fits(HandsetQuery query, HandsetMessage message) =>
        message.Workspace == query.Workspace
        && message.Id > query.After
        && (query.WithOwn || !message.IsOwn)
        && (query.To is null || message.To == query.To)
        && (query.Channel is null || message.Channel == query.Channel)
        && (query.Template is null || string.Equals(message.TemplateCode, query.Template, StringComparison.Ordinal));
}
