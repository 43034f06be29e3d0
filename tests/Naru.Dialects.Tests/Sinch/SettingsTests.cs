using Naru.Dialects.Tests.Hosting;

namespace Naru.Dialects.Tests.Sinch;

public sealed class SettingsTests : IAsyncLifetime
{
    private SinchHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await SinchHost.StartAsync();

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task They_are_set_changed_and_set_back()
    {
        ShouldBe(await _host.GetAsync("/settings"), unified: false, kept: null);
        ShouldBe(await _host.PostAsync("/settings", """{"contact_settings":{"unified_contact_id_enabled":true}}"""), unified: true, kept: true);
        ShouldBe(await _host.PatchAsync("/settings", "{}"), unified: true, kept: true);
        ShouldBe(await _host.PatchAsync("/settings?update_mask=contact_settings", """{"contact_settings":{"unified_contact_id_enabled":false}}"""), unified: false, kept: false);
        (await _host.DeleteAsync("/settings")).ShouldBe(System.Net.HttpStatusCode.OK).Body.ShouldBe("{}");
        ShouldBe(await _host.GetAsync("/settings"), unified: false, kept: null);
    }

    [Fact]
    public async Task What_is_wrong_is_told_with_its_path()
    {
        (await _host.PostAsync("/settings", """{"contact_settings":{"unified_contact_id_enabled":"yes"}}"""))
            .ShouldComplainAbout("contact_settings.unified_contact_id_enabled");
        (await _host.PatchAsync("/settings?update_mask=pigeons", "{}")).ShouldComplainAbout("update_mask");
    }

    private void ShouldBe(Answer answer, bool unified, bool? kept)
    {
        answer.ShouldBe(System.Net.HttpStatusCode.OK).Headers["Content-Type"].ShouldBe("application/json");
        answer.Body.ShouldBe(
            $$$$"""{"project_id":"{{{{_host.Project.PublicId}}}}","settings":{"contact_settings":{"unified_contact_id_enabled":{{{{(unified ? "true" : "false")}}}}}}}""");
        _host.Directory.FindWorkspace(_host.Project.Id)!.Settings.UnifiedContacts.ShouldBe(kept);
    }
}
