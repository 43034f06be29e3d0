using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Naru.Tests;

namespace Naru.Carriers.Tests.Smpp.Peers;

/// <summary>An SMSC that nobody here wrote: npm's <c>smpp</c>, in a process of its own (tests/clients/smpp-smsc.js).</summary>
internal sealed class NpmSmsc : IAsyncDisposable
{
    private readonly Process _node;
    private readonly List<JsonNode> _journal = [];

    private NpmSmsc(Process node) => _node = node;

    public int Port { get; private set; }

    public IReadOnlyList<JsonNode> Journal => _journal;

    public static async Task<NpmSmsc> StartAsync()
    {
        var folder = Checkout.PathOf("tests/clients");
        Directory.Exists(Path.Combine(folder, "node_modules", "smpp")).ShouldBeTrue("npm's smpp is not installed: run eng/test.sh, or npm ci in tests/clients");
        var start = new ProcessStartInfo("node") { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("smpp-smsc.js");
        var smsc = new NpmSmsc(Process.Start(start)!);
        smsc.Port = (int)(await smsc.WaitAsync("listens"))["port"]!;
        return smsc;
    }

    /// <summary>Reads on until so many entries of a kind have come. Returns the last.</summary>
    public async Task<JsonNode> WaitAsync(string kind, int count = 1)
    {
        while (_journal.Count(entry => (string?)entry["event"] == kind) < count)
        {
            var line = await _node.StandardOutput.ReadLineAsync(SmppWorld.Patience) ?? throw new InvalidOperationException("the peer has ended");
            _journal.Add(JsonNode.Parse(line)!);
        }

        return _journal.Last(entry => (string?)entry["event"] == kind);
    }

    public IReadOnlyList<JsonNode> Of(string kind) => [.. _journal.Where(entry => (string?)entry["event"] == kind)];

    public async Task SendTextAsync(string from, string to, string text)
    {
        await _node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { from, to, text }));
        await _node.StandardInput.FlushAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _node.StandardInput.Close();
        await _node.WaitForExitAsync(SmppWorld.Patience);
        _node.Dispose();
    }
}
