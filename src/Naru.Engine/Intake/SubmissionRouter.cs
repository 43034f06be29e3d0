using Naru.Core.Messages;
using Naru.Core.Routing;
using Naru.Core.Workspaces;

namespace Naru.Engine.Intake;

/// <summary>
/// Names the carriers of steps that are to go by the routes. Done once, when a message is accepted: a message stays on its ways, whatever routes say later. Messages with
/// the same envelope and the same ways share one afterwards too.
/// </summary>
internal static class SubmissionRouter
{
    public static Submission Route(Submission submission, CarrierRoutes routes)
    {
        SubmittedMessage[]? routed = null;
        Envelope? last = null;
        RoutedEnvelope? envelope = null;
        var isSplit = false;
        for (var i = 0; i < submission.Messages.Count; i++)
        {
            var message = submission.Messages[i];
            if (!ReferenceEquals(message.Envelope, last))
            {
                last = message.Envelope;
                envelope = last.Route.Any(static step => step.IsRouted) ? new RoutedEnvelope(submission.Workspace, last, routes) : null;
            }

            if (envelope is null)
            {
                continue;
            }

            routed ??= [.. submission.Messages];
            var (ways, why) = envelope.For(message.To);
            routed[i] = message with { Envelope = ways, Note = (message.Note, why) is ({ } note, { } reason) ? $"{note}; {reason}" : message.Note ?? why };
            isSplit |= envelope.IsSplit;
        }

        return routed is null ? submission : submission with { Messages = routed, IsMixed = isSplit };
    }

    /// <summary>An envelope whose steps lack carriers, and what it becomes for those that it goes to.</summary>
    private sealed class RoutedEnvelope
    {
        private readonly Envelope _given;
        private readonly CarrierRoute?[] _found;
        private readonly CarrierRoutes _routes;
        private readonly bool _isSame;
        private Dictionary<long, (Envelope Envelope, string? Why)>? _made;
        private (Envelope Envelope, string? Why)? _only;

        public RoutedEnvelope(WorkspaceId workspace, Envelope given, CarrierRoutes routes)
        {
            (_given, _routes) = (given, routes);
            _found = [.. given.Route.Select(step => step.IsRouted ? routes.Find(workspace, step.Channel, step.Sender) : null)];
            _isSame = _found.All(static route => route?.Cutover is null);
        }

        /// <summary>It became several.</summary>
        public bool IsSplit => _made?.Count > 1;

        public (Envelope Envelope, string? Why) For(Recipient to)
        {
            if (_isSame)
            {
                return _only ??= Make(static _ => RouteSide.Whole);
            }

            // Two bits for each step; a route has a handful of them.
            var sides = 0L;
            for (var i = 0; i < _found.Length; i++)
            {
                sides |= (long)(_found[i] is { } route ? CarrierRoutes.SideOf(route, to) : RouteSide.Whole) << (2 * i);
            }

            _made ??= [];
            if (!_made.TryGetValue(sides, out var made))
            {
                _made.Add(sides, made = Make(i => (RouteSide)((sides >> (2 * i)) & 3)));
            }

            return made;
        }

        private (Envelope Envelope, string? Why) Make(Func<int, RouteSide> sideOf)
        {
            var steps = new Step[_found.Length];
            List<string>? why = null;
            for (var i = 0; i < steps.Length; i++)
            {
                var step = _given.Route[i];
                var choice = !step.IsRouted ? new CarrierChoice(step.Carrier, null)
                    : _found[i] is { } route ? CarrierRoutes.Choose(route, sideOf(i))
                    : _routes.Otherwise(step.Channel);
                steps[i] = step with { Carrier = choice.Carrier };
                if (choice.Why is { } reason)
                {
                    (why ??= []).Add(steps.Length == 1 ? reason : $"step {i + 1}: {reason}");
                }
            }

            return (_given with { Route = steps }, why is null ? null : string.Join("; ", why));
        }
    }
}
