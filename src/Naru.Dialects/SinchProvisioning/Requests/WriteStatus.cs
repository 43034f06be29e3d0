using Naru.Dialects.Json;

namespace Naru.Dialects.SinchProvisioning.Requests;

/// <summary>Whether what is written is handed in.</summary>
internal static class WriteStatus
{
    public static readonly JsonChoice<bool> Choice = new(("SUBMIT", true), ("DRAFT", false));
}
