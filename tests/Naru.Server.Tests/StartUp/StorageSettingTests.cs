using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.StartUp;

public sealed class StorageSettingTests
{
    private const string Password = "s3cret-of-the-database";

    [Theory]
    [InlineData($"Host=127.0.0.1;Port=1;Database=naru;Username=naru;Password={Password}", "127.0.0.1:1/naru cannot be opened")]
    [InlineData($"Host=127.0.0.1;Database=naru;Pasword={Password}", "Naru:Storage is no connection string")]
    [InlineData($"postgresql://naru:{Password}@127.0.0.1/naru", "Naru:Storage is no connection string")]
    public async Task A_database_that_cannot_be_used_ends_the_start_with_a_sentence_and_without_its_password(string setting, string said)
    {
        using var data = new DataFolder();
        var how = new NaruStart(data.Path) { Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Naru:Storage"] = setting, ["Logging:LogLevel:Default"] = "Trace" } };

        var (exitCode, output) = await NaruProcess.RunAsync(how);

        exitCode.ShouldBe(1, output);
        output.ShouldContain(said);
        output.ShouldNotContain(Password);
        File.Exists(Path.Combine(data.Path, "naru.db")).ShouldBeFalse("it does not go on in a file of its own");
    }
}
