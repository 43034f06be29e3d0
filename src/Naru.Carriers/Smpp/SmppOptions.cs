using Naru.Carriers.Smpp.Receipts;
using Naru.Carriers.Smpp.Texts;

namespace Naru.Carriers.Smpp;

/// <summary>Which binds an account has.</summary>
public enum BindKind : byte
{
    /// <summary>Each bind sends and receives.</summary>
    Transceiver = 0,

    /// <summary>Pairs: one that sends, one that receives. For carriers without transceivers.</summary>
    Separate = 1,
}

/// <summary>How validity_period is written.</summary>
public enum ValidityForm : byte
{
    /// <summary>A length of time: the clocks of both sides need not agree.</summary>
    Relative = 0,

    /// <summary>An instant in UTC.</summary>
    Absolute = 1,

    /// <summary>Not at all: the carrier's own applies.</summary>
    None = 2,
}

/// <summary>An account at a carrier. docs/settings.md has each setting; a class and no record, so that nothing prints the password.</summary>
public sealed record SmppOptions
{
    /// <summary>As routes name it.</summary>
    public required string Name { get; init; }

    /// <summary>Holds <c>smpp-NAME.db</c>.</summary>
    public required string DataFolder { get; init; }

    public required string Host { get; init; }

    public int Port { get; init; } = 2775;

    public required string SystemId { get; init; }

    public string Password { get; init; } = "";

    public string SystemType { get; init; } = "";

    public BindKind Bind { get; init; }

    /// <summary>Binds, or pairs of them.</summary>
    public int Binds { get; init; } = 1;

    /// <summary>Submissions of one bind that may be unanswered.</summary>
    public int Window { get; init; } = 10;

    /// <summary>TLS, certificate checked.</summary>
    public bool Tls { get; init; }

    /// <summary>The name in the certificate; null = the host.</summary>
    public string? TlsName { get; init; }

    /// <summary>PEM file of the authorities that are trusted instead of the system's; null = the system's.</summary>
    public string? TlsAuthorities { get; init; }

    public string ServiceType { get; init; } = "";

    public byte SourceTon { get; init; }

    public byte SourceNpi { get; init; } = 1;

    public byte DestinationTon { get; init; } = 1;

    public byte DestinationNpi { get; init; } = 1;

    /// <summary>Numbers of this country code are written as people there dial them, with a leading zero; null = all internationally.</summary>
    public string? NationalCountry { get; init; }

    public ValidityForm Validity { get; init; }

    /// <summary>Delivery receipts are asked for. Without them acceptance counts as delivery: nothing else will be said.</summary>
    public bool WantsReceipts { get; init; } = true;

    /// <summary>The form of message_id in submit_sm_resp and of receipted_message_id.</summary>
    public MessageIdForm SubmitIds { get; init; }

    /// <summary>The form of <c>id:</c> in the text of receipts.</summary>
    public MessageIdForm ReceiptIds { get; init; }

    /// <summary>The zone of <c>done date:</c>; null: it is not looked at.</summary>
    public TimeZoneInfo? ReceiptZone { get; init; }

    /// <summary>Result codes for the carrier's own numbers in <c>err:</c>, for receipts of failures.</summary>
    public IReadOnlyDictionary<string, string> ReceiptErrors { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long any answer may stay away. A submission without one is unclear.</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Silence after which the carrier is asked whether it is there.</summary>
    public TimeSpan EnquireLink { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The first gap before a lost bind is made again; it doubles up to <see cref="MostGap"/>.</summary>
    public TimeSpan FirstGap { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan MostGap { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The first pause after "slower, please"; it doubles up to <see cref="MostPause"/>.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(250);

    public TimeSpan MostPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a batch waits for a bind that is up and does not pause.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>What of a batch was not handed over by then goes back. With the time for an answer it stays below the engine's 30 seconds.</summary>
    public TimeSpan BatchTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Octets of the longest PDU that is taken.</summary>
    public int MaxPdu { get; init; } = 70_000;

    /// <summary>How long message ids are remembered: an hour longer than the longest validity of a message.</summary>
    public TimeSpan KeepIdsFor { get; init; } = TimeSpan.FromHours(49);

    /// <summary>How long parts of an incoming text are waited for; then what there is goes on.</summary>
    public TimeSpan InboundPartsFor { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many parts of incoming texts are kept while they wait for others; beyond it the oldest texts go on as they are.</summary>
    public int MostInboundParts { get; init; } = 10_000;

    internal TextSettings Texts { get; init; } = new();

    /// <summary>Four windows: enough to keep them full, little enough to come back soon.</summary>
    public int MaxBatch => Math.Clamp(Binds * Window * 4, 10, 1_000);

    /// <summary>Without the password: it may end up in a log.</summary>
    public override string ToString() => $"{nameof(SmppOptions)} {Name}";
}
