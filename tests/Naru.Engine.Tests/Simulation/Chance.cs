namespace Naru.Engine.Tests.Simulation;

/// <summary>All chance of a simulation, from one seed.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);

    public double Share() => _random.NextDouble();

    public bool Hit(double probability) => _random.NextDouble() < probability;

    /// <summary>Both ends included.</summary>
    public int Between(int least, int most) => _random.Next(least, most + 1);

    public T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    /// <summary>Evenly spread, in whole microseconds: events of one millisecond have an order.</summary>
    public TimeSpan Span(TimeSpan least, TimeSpan most) =>
        least + TimeSpan.FromMicroseconds(Math.Floor((most - least).TotalMicroseconds * _random.NextDouble()));

    public TimeSpan Milliseconds(double least, double most) => Span(TimeSpan.FromMilliseconds(least), TimeSpan.FromMilliseconds(most));

    /// <summary>From milliseconds to <paramref name="most"/>, every order of magnitude as likely as any other.</summary>
    public TimeSpan AnyMagnitude(TimeSpan most) =>
        TimeSpan.FromMicroseconds(Math.Floor(1000 * Math.Pow(most.TotalMilliseconds, _random.NextDouble())));
}
