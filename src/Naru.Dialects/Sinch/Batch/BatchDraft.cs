using Naru.Dialects.Sinch.Messages;

namespace Naru.Dialects.Sinch.Batch;

/// <summary>A request for a batch as read, before app, contacts and templates are looked up.</summary>
internal sealed class BatchDraft
{
    /// <summary>What holds for all of its messages.</summary>
    public SendDraft Shared { get; } = new();

    public List<BatchRecipient> Recipients { get; } = [];

    /// <summary>A JSON object.</summary>
    public string? BatchMetadata { get; set; }

    /// <summary>A JSON object; a recipient's own goes over it.</summary>
    public string? MessageMetadata { get; set; }

    /// <summary>A JSON object; a recipient's own goes over it.</summary>
    public string? ConversationMetadata { get; set; }

    /// <summary>As asked, not rounded.</summary>
    public DateTimeOffset? SendAfter { get; set; }
}

/// <summary>One item of <c>recipient_and_params</c>.</summary>
internal sealed class BatchRecipient
{
    /// <summary>Holds the recipient, and when the batch is planned the whole message.</summary>
    public SendDraft Draft { get; } = new();

    public IReadOnlyDictionary<string, string> Parameters { get; set; } = TemplateDraft.NoParameters;

    /// <summary>A JSON object.</summary>
    public string? MessageMetadata { get; set; }

    /// <summary>A JSON object.</summary>
    public string? ConversationMetadata { get; set; }
}
