using Naru.Core.Conversations;
using Naru.Core.Workspaces;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Conversations;

/// <summary>Who is told of what.</summary>
public sealed partial class ContactBook
{
    /// <summary>
    /// A notice for each app that has a subscriber to it. What a message caused is told to its app, what concerns a conversation to the app that talks,
    /// everything else to every app of the workspace.
    /// </summary>
    private List<NoticedEvent> Notices(Workspace tenant, BookPage page)
    {
        var notices = new List<NoticedEvent>();
        foreach (var happened in page.News)
        {
            foreach (var app in AppsToTell(tenant.Id, happened.App))
            {
                if (_directory.SubscribersOf(app.Id, happened.Kind).Count > 0)
                {
                    var talked = happened.Conversation is { } talk ? _directory.FindApp(talk.App) : null;
                    var body = _notices.Write(new NoticeOrder(tenant, app, happened, talked, page.Now, _gateway.Ids));
                    notices.Add(new NoticedEvent(happened.Kind, new Notice(app.Id, page.Now, body)));
                }
            }
        }

        return notices;
    }

    private IReadOnlyList<App> AppsToTell(WorkspaceId workspace, int app)
    {
        if (app == 0)
        {
            return _directory.AppsOf(workspace);
        }

        return _directory.FindApp(app) is { } one && one.Workspace == workspace ? [one] : [];
    }
}
