using Microsoft.AspNetCore.Http;
using Naru.Console.Text;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Console.Handset;

/// <summary>Reads what one handset page shows.</summary>
internal sealed class HandsetReader(IHandset handset, WorkspaceDirectory directory, GatewayClock clock)
{
    /// <summary>Bubbles on one page; older ones are a link away.</summary>
    public const int MaxBubbles = 200;

    public const int MaxPhones = 100;

    /// <summary>The workspace that the address names, else the demo's, else the first.</summary>
    public Workspace? WorkspaceOf(HandsetAddress address) => address.Workspace is { } publicId
        ? directory.FindWorkspace(publicId)
        : directory.Workspaces.FirstOrDefault(workspace => workspace.Kind == WorkspaceKind.Demo) ?? directory.Workspaces.FirstOrDefault();

    public async ValueTask<HandsetView> ReadAsync(
        HttpContext context, HandsetAddress address, Workspace workspace, Words words, CancellationToken cancellationToken)
    {
        var phones = await handset.PhonesAsync(workspace.Id, cancellationToken);
        var view = new HandsetView
        {
            Words = words,
            Address = address,
            Workspace = workspace,
            Now = clock.Now,
            Origin = $"{context.Request.Scheme}://{context.Request.Host}",
            Phones = [.. Matching(phones, address.Search).Take(MaxPhones)],
            PhoneCount = phones.Count,
        };
        if (address.To is not { } to)
        {
            return view;
        }

        view = view with { Rooms = await handset.RoomsAsync(workspace.Id, to, cancellationToken) };
        if (address.RoomKey is not { } key)
        {
            return view;
        }

        var messages = await handset.LatestAsync(workspace.Id, to, key, address.Before, MaxBubbles + 1, cancellationToken);
        var room = new OpenRoom(key, messages.Count > MaxBubbles ? [.. messages.Skip(1)] : messages, messages.Count > MaxBubbles);
        return view with { Room = room, Pressed = PressedButton(room, address) };
    }

    private static Core.Content.Button? PressedButton(OpenRoom room, HandsetAddress address) =>
        address.Pressed is { } pressed
        && room.Messages.FirstOrDefault(message => message.Id == pressed.Message) is { } message
        && message.Pressed.Contains(pressed.Button)
            ? message.Pressables.ElementAtOrDefault(pressed.Button)
            : null;

    private static IEnumerable<HandsetPhone> Matching(IReadOnlyList<HandsetPhone> phones, string? search)
    {
        if (search is null)
        {
            return phones;
        }

        var digits = new string([.. search.Where(char.IsAsciiDigit)]);
        return phones.Where(phone => digits.Length == 0
            ? phone.To.Value.Contains(search, StringComparison.OrdinalIgnoreCase)
            : phone.To.Value.Contains(digits, StringComparison.Ordinal)
                || PhoneText.Format(phone.To).Replace("-", "", StringComparison.Ordinal).Contains(digits, StringComparison.Ordinal));
    }
}
