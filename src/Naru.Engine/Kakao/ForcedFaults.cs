using Naru.Core.Kakao;

namespace Naru.Engine.Kakao;

/// <summary>
/// Errors that somebody ordered, so that a client can be tried against every code of the contract, also those that nothing here brings about by itself. Held
/// in memory; thread-safe.
/// </summary>
public sealed class ForcedFaults
{
    private const int MostRules = 1000;

    private readonly Lock _lock = new();
    private readonly List<Rule> _rules = [];

    /// <param name="person">Only calls of this person; null: of anybody.</param>
    /// <param name="path">Only paths that begin so; null: every path.</param>
    /// <param name="times">How often, from now on.</param>
    public void Order(long app, KakaoFault fault, long? person, string? path, int times)
    {
        lock (_lock)
        {
            if (_rules.Count >= MostRules)
            {
                _rules.RemoveAt(0);
            }

            _rules.Add(new Rule(app, fault, person, path) { Left = times });
        }
    }

    public void Clear(long app)
    {
        lock (_lock)
        {
            _rules.RemoveAll(rule => rule.App == app);
        }
    }

    public KakaoFault? Take(long app, long? person, string path)
    {
        lock (_lock)
        {
            if (_rules.Find(rule => rule.App == app && (rule.Person is null || rule.Person == person) && (rule.Path is null || path.StartsWith(rule.Path, StringComparison.OrdinalIgnoreCase)))
                is not { } rule)
            {
                return null;
            }

            if (--rule.Left <= 0)
            {
                _rules.Remove(rule);
            }

            return rule.Fault;
        }
    }

    private sealed class Rule(long app, KakaoFault fault, long? person, string? path)
    {
        public long App => app;

        public KakaoFault Fault => fault;

        public long? Person => person;

        public string? Path => path;

        public int Left { get; set; }
    }
}
