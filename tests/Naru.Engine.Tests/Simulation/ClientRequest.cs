using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Core.Workspaces;
using Naru.Engine.Intake;
using Naru.Engine.Ports;

namespace Naru.Engine.Tests.Simulation;

/// <summary>What a client wants sent: the same however often it is sent.</summary>
internal sealed class ClientRequest
{
    private readonly List<SubmittedMessage> _messages = [];

    public ClientRequest(int number, World world, IReadOnlyList<ClientRequest> earlier)
    {
        var chance = world.Chance;
        Mark = $"request {number}";
        Workspace = chance.Pick(Surroundings.Workspaces);
        var count = chance.Hit(0.6) ? 1 : chance.Hit(0.7) ? chance.Between(2, 12) : chance.Between(13, 70);
        IdempotencyKey = chance.Hit(0.5) ? $"key {number}" : null;
        if (IdempotencyKey is not null && earlier.Count > 0 && chance.Hit(0.02))
        {
            var first = chance.Pick(earlier);
            if (first.IdempotencyKey is not null)
            {
                IdempotencyKey = first.IdempotencyKey;
                Workspace = first.Workspace;
                SharesItsKey = first.SharesItsKey = true;
            }
        }

        var named = chance.Hit(0.5);
        HasClientIds = named;
        ClientBulkId = chance.Hit(0.2) ? $"bulk {number}" : null;
        var app = Surroundings.App(chance, Workspace);
        var envelope = Surroundings.Envelope(chance, Workspace, Mark, app);
        var urgency = chance.Pick([MessageClass.Authentication, MessageClass.High, MessageClass.Standard, MessageClass.Standard, MessageClass.Low]);
        for (var i = 0; i < count; i++)
        {
            if (chance.Hit(0.1))
            {
                envelope = Surroundings.Envelope(chance, Workspace, Mark, app);
            }

            var clientId = named ? $"message {number}/{i}" : null;
            TimeSpan? validity = chance.Hit(0.5) ? null : Surroundings.Validity(chance);
            _messages.Add(new SubmittedMessage(Surroundings.Recipient(chance), envelope, clientId, validity, urgency));
        }

        SendAt = chance.Hit(0.15) ? world.Loop.Now + chance.AnyMagnitude(TimeSpan.FromHours(12)) : null;

        // A slow line that is open for two hours every other day would outlive the simulation.
        var alwaysOpen = _messages.TrueForAll(static m => m.Envelope is { Window: null, IsAdvertisement: false });
        Pace = count > 1 && chance.Hit(0.25) ? (alwaysOpen ? Surroundings.Pace(chance) : Surroundings.Quick(chance)) : null;
        if (named && earlier.Count > 0 && chance.Hit(0.1) && chance.Pick(earlier) is { HasClientIds: true } other && other.Workspace == Workspace)
        {
            // Somebody's counter was set back: an id that was used.
            var at = chance.Between(0, count - 1);
            _messages[at] = _messages[at] with { ClientId = other._messages[0].ClientId };
            SharesAnId = other.SharesAnId = true;
        }
    }

    /// <summary>Stands in every row of it, as the caller's own data.</summary>
    public string Mark { get; }

    public WorkspaceId Workspace { get; }

    public string? IdempotencyKey { get; }

    public string? ClientBulkId { get; }

    public bool HasClientIds { get; }

    /// <summary>Two requests have one of its client ids: one of them is told that it is a duplicate.</summary>
    public bool SharesAnId { get; private set; }

    /// <summary>Two requests have its key: one of them comes too late.</summary>
    public bool SharesItsKey { get; private set; }

    public int Count => _messages.Count;

    public DateTimeOffset? SendAt { get; }

    public EvenPace? Pace { get; }

    public bool CanBeRepeated => IdempotencyKey is not null || HasClientIds;

    /// <summary>What the gateway first answered, whether or not it got through.</summary>
    public SubmissionReceipt? Given { get; set; }

    public Submission Submission() => new()
    {
        Workspace = Workspace,
        Messages = _messages,
        ClientBulkId = ClientBulkId,
        SendAt = SendAt,
        Pace = Pace,
        IdempotencyKey = IdempotencyKey,
        BodyHash = IdempotencyKey is null ? null : System.Text.Encoding.UTF8.GetBytes(Mark),
    };
}
