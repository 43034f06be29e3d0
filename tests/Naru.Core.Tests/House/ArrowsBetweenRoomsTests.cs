using System.Xml.Linq;

namespace Naru.Core.Tests.House;

/// <summary>
/// The rooms of the house and the one direction between them. A new room, or a new arrow, is a decision about the
/// design: it is made here first.
/// </summary>
public sealed class ArrowsBetweenRoomsTests
{
    private static readonly ProjectFile[] s_rooms = ProjectFile.Under("src");

    [Theory]
    [InlineData("Naru.Core")]
    [InlineData("Naru.Engine", "Naru.Core")]
    [InlineData("Naru.Storage", "Naru.Core", "Naru.Engine")]
    [InlineData("Naru.Carriers", "Naru.Core", "Naru.Engine")]
    [InlineData("Naru.Dialects", "Naru.Core", "Naru.Engine")]
    [InlineData("Naru.Console", "Naru.Core", "Naru.Engine")]
    [InlineData(
        "Naru.Server", "Naru.Carriers", "Naru.Console", "Naru.Core", "Naru.Dialects", "Naru.Engine", "Naru.Storage")]
    public void A_room_knows_only_the_rooms_below_it(string room, params string[] below) =>
        Room(room).Projects.ShouldBe(below, ignoreOrder: true);

    [Fact]
    public void There_are_seven_rooms() => s_rooms.Select(room => room.Name).ShouldBe(
        ["Naru.Carriers", "Naru.Console", "Naru.Core", "Naru.Dialects", "Naru.Engine", "Naru.Server", "Naru.Storage"]);

    [Fact]
    public void Core_uses_no_package_and_no_web_framework()
    {
        Room("Naru.Core").Packages.ShouldBeEmpty();
        Room("Naru.Core").Frameworks.ShouldBeEmpty();
    }

    [Fact]
    public void The_compiled_Core_refers_to_nothing_but_the_base_libraries()
    {
        var core = System.Reflection.Assembly.Load("Naru.Core");

        core.GetReferencedAssemblies().Select(reference => reference.Name!).ShouldAllBe(name =>
            name.StartsWith("System.", StringComparison.Ordinal) && name != "System.Net.Http" && name != "System.Net.Sockets");
    }

    /// <summary>
    /// The gateway's own data is Storage's. The simulator plays the centre and the phones, which keep what they took even when the
    /// gateway's commit never comes: it has a file of its own.
    /// </summary>
    [Fact]
    public void Only_Storage_speaks_to_a_database_and_the_simulator_to_its_own_file()
    {
        string[] drivers = ["Dapper", "Microsoft.Data.Sqlite.Core", "Npgsql", "SQLitePCLRaw.bundle_e_sqlite3"];

        s_rooms.Where(room => room.Packages.Intersect(drivers, StringComparer.Ordinal).Any())
            .Select(room => room.Name)
            .ShouldBe(["Naru.Carriers", "Naru.Storage"], ignoreOrder: true);

        Room("Naru.Carriers").Packages.ShouldNotContain("Npgsql");
    }

    [Fact]
    public void Nothing_under_src_refers_to_tests_or_bench() =>
        s_rooms.SelectMany(room => room.Projects).ShouldAllBe(name => s_rooms.Any(room => room.Name == name));

    [Fact]
    public void Every_test_project_refers_to_the_room_it_is_named_after()
    {
        foreach (var tests in ProjectFile.Under("tests").Where(project => !project.Path.StartsWith("tests/Fakes/", StringComparison.Ordinal)))
        {
            tests.Name.ShouldEndWith(".Tests");
            tests.Projects.ShouldContain(tests.Name[..^".Tests".Length], tests.Path);
        }
    }

    [Fact]
    public void The_solution_lists_every_project()
    {
        var listed = XDocument.Load(Naru.Tests.Checkout.PathOf("Naru.slnx"))
            .Descendants("Project")
            .Select(project => project.Attribute("Path")!.Value);

        listed.ShouldBe(Everything().Select(project => project.Path), ignoreOrder: true);
    }

    [Fact]
    public void Versions_are_pinned_in_one_place() =>
        Everything().Where(project => project.NamesVersions).Select(project => project.Path).ShouldBeEmpty();

    [Fact]
    public void Every_pinned_package_has_its_line_in_the_third_party_notices()
    {
        var notices = File.ReadAllText(Naru.Tests.Checkout.PathOf("THIRD-PARTY-NOTICES.md"));

        XDocument.Load(Naru.Tests.Checkout.PathOf("Directory.Packages.props"))
            .Descendants()
            .Where(item => item.Name.LocalName is "PackageVersion" or "GlobalPackageReference")
            .Select(item => item.Attribute("Include")!.Value)
            .ShouldAllBe(package => notices.Contains($"| {package} |", StringComparison.Ordinal));
    }

    private static ProjectFile Room(string name) => s_rooms.Single(room => room.Name == name);

    private static IEnumerable<ProjectFile> Everything() =>
        [.. s_rooms, .. ProjectFile.Under("tests"), .. ProjectFile.Under("bench")];
}
