using Naru.Carriers.Simulator.Storage;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Carriers.Tests.Simulator;

/// <summary>The ring against a plain list, over many random arrivals and clearings.</summary>
public sealed class HandsetIndexTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_ring_says_what_a_list_would_say(int seed)
    {
        const int Capacity = 50;
        var random = new Random(seed);
        var index = new HandsetIndex(Capacity);
        var rows = new List<(long Id, WorkspaceId Workspace, long Phone)>();
        for (var id = 1L; id <= 2000; id++)
        {
            var workspace = new WorkspaceId(random.Next(1, 4));
            var phone = random.Next(1, 6);
            index.Add(id, workspace, phone);
            rows.Add((id, workspace, phone));
            rows.RemoveAll(row => row.Id <= id - Capacity);
            var asked = new WorkspaceId(random.Next(1, 4));
            Recipient? to = random.Next(3) == 0 ? null : Recipient.FromDigits(random.Next(1, 6));
            var after = id - random.Next(80);
            bool Is((long Id, WorkspaceId Workspace, long Phone) row) => row.Workspace == asked && (to is null || row.Phone == to.Value.Digits);

            index.Ids(asked, to, after).ShouldBe(rows.Where(row => Is(row) && row.Id > after).Select(row => row.Id));
            if (random.Next(20) == 0)
            {
                index.Clear(asked, to).ShouldBe(rows.Where(Is).Select(row => row.Id));
                rows.RemoveAll(Is);
            }
        }
    }
}
