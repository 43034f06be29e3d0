using Naru.Core.Messages;

namespace Naru.Console.Pages.Webhooks;

/// <summary>A message that a push tells of.</summary>
public sealed record PushedMessage(string PublicId, Message Message);
