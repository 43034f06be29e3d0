using Naru.Core.Workspaces;

namespace Naru.Dialects.Sinch.Reports;

/// <summary>What a report says of the contact and the conversation that a message belongs to. Each is asked for every report: reads of memory.</summary>
/// <param name="ContactId">The public id of a contact.</param>
/// <param name="ConversationId">The public id of a conversation.</param>
/// <param name="MetadataJson">The caller's own data on a conversation, a JSON object; null = none.</param>
public sealed record TalkNames(Func<long, string> ContactId, Func<long, string> ConversationId, Func<WorkspaceId, long, string?> MetadataJson);
