namespace Naru.Server.Logging;

/// <summary>How log lines look. The setting <c>Naru:Logging:Format</c> overrides what the command chose.</summary>
public enum LogFormat
{
    /// <summary>One JSON object a line, for machines.</summary>
    Json = 1,

    /// <summary>For a person at a terminal.</summary>
    Text = 2,

    /// <summary>Text where standard output is a terminal, else JSON.</summary>
    Auto = 3,
}
