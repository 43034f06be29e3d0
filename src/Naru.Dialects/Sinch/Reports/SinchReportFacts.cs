using Naru.Core.Messages;

namespace Naru.Dialects.Sinch.Reports;

/// <summary>What a report needs beside the message.</summary>
/// <param name="AppId">Empty where the app has been deleted.</param>
/// <param name="ContactId">Empty where the message belongs to nobody.</param>
/// <param name="ConversationMetadata">JSON; null where the app does not want it, or there is none.</param>
internal readonly record struct SinchReportFacts(
    Message Message, string MessageId, string AppId, Guid Project, string ContactId, string ConversationId, string? ConversationMetadata);
