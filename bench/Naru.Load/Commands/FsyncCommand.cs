using System.CommandLine;
using Naru.Load.Machine;

namespace Naru.Load.Commands;

/// <summary><c>fsync DIR</c>: see <see cref="FsyncProbe"/>.</summary>
internal sealed class FsyncCommand : Command
{
    private readonly Argument<DirectoryInfo> _folder = new("folder") { Description = "A folder on the disk to measure." };

    public FsyncCommand()
        : base("fsync", "Measures how long fdatasync of a 4 kB append takes, 300 times.")
    {
        _folder.AcceptExistingOnly();
        Arguments.Add(_folder);
        SetAction(parsed => Console.WriteLine(MachineLine.Read(parsed.GetValue(_folder)!.FullName)));
    }
}
