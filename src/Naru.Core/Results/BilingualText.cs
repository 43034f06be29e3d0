namespace Naru.Core.Results;

/// <summary>One sentence in both languages of the console. Plain text, no markup.</summary>
public sealed record BilingualText(string Ko, string En);
