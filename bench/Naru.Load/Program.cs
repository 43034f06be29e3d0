if (args is not [var target] || !Uri.TryCreate(target, UriKind.Absolute, out var gateway))
{
    await Console.Error.WriteLineAsync("usage: Naru.Load <gateway-url>");
    return 2;
}

await Console.Out.WriteLineAsync($"No load scenario is written yet for {gateway}.");
return 1;
