namespace Naru.Server.Tests.Crash;

/// <summary>Where the gateway is now: clients wait here while it is down.</summary>
internal sealed class CurrentGateway
{
    private volatile TaskCompletionSource<Uri> _url = NewSignal();

    public Task<Uri> UrlAsync(CancellationToken cancellationToken) => _url.Task.WaitAsync(cancellationToken);

    public void IsAt(Uri url) => _url.SetResult(url);

    public void IsDown()
    {
        if (_url.Task.IsCompleted)
            _url = NewSignal();
    }

    private static TaskCompletionSource<Uri> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
