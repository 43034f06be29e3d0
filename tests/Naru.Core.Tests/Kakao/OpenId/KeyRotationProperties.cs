using FsCheck;
using FsCheck.Fluent;
using Naru.Core.Kakao.OpenId;

namespace Naru.Core.Tests.Kakao.OpenId;

/// <summary>Keys of id tokens over years, looked at whenever somebody comes, with settings that change at restarts.</summary>
public sealed class KeyRotationProperties
{
    private static readonly DateTimeOffset s_began = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan s_cache = TimeSpan.FromDays(1);

    /// <summary>Hours until the next look; days that a key signs; hours that a token lives.</summary>
    private static readonly Gen<(int Pause, int Period, int Lifetime)> s_steps = Gen.Zip(
        Gen.Zip(Gen.Frequency((6, Gen.Choose(0, 30)), (2, Gen.Choose(30, 24 * 40)), (1, Gen.Choose(24 * 40, 24 * 400))), Gen.Elements(2, 7, 90)),
        Gen.Elements(1, 12, 48),
        static (first, lifetime) => (first.Item1, first.Item2, lifetime));

    [Fact]
    public void Every_token_can_be_verified_while_it_is_good_also_by_whoever_kept_the_keys_for_as_long_as_they_may() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(s_steps.ListOf(60).ToArbitrary(), steps =>
        {
            var (now, made) = (s_began, 0);
            var (keys, tokens, sets) = (new List<KeyTimes>(), new List<(string Key, DateTimeOffset ExpiresAt)>(), new List<(DateTimeOffset At, string[] Keys)>());
            foreach (var (pause, period, lifetime) in steps)
            {
                now += TimeSpan.FromHours(pause);
                var rotation = new KeyRotation(TimeSpan.FromDays(period), s_cache, TimeSpan.FromHours(lifetime));
                var plan = rotation.Plan(keys, now, $"k{++made:D3}");
                foreach (var over in plan.Over)
                {
                    (tokens.Where(token => token.Key == over.Id).Select(token => token.ExpiresAt).DefaultIfEmpty().Max() + s_cache).ShouldBeLessThanOrEqualTo(now, "until the last of its tokens has ended, and as long again as clients keep the set");
                }

                keys = [.. keys.Except(plan.Over).Select(key => plan.Changed.FirstOrDefault(changed => changed.Id == key.Id) ?? key), .. plan.Published is { } published ? [published] : Array.Empty<KeyTimes>()];
                rotation.Plan(keys, now, "other").IsNothing.ShouldBeTrue("what is due is done at once");
                keys.Select(key => key.SignsFrom).ShouldBeUnique();
                keys.Count(key => key.SignsFrom > now).ShouldBeLessThanOrEqualTo(1);
                sets.Add((now, [.. keys.Select(key => key.Id)]));

                var signer = KeyRotation.Signer(keys, now).ShouldNotBeNull();
                tokens.Add((signer.Id, now + TimeSpan.FromHours(lifetime)));
                var kept = sets.FindAll(set => set.At > now - s_cache);
                foreach (var token in tokens.FindAll(token => token.ExpiresAt > now))
                {
                    kept.TrueForAll(set => set.Keys.Contains(token.Key)).ShouldBeTrue($"{token.Key} at {now:u}");
                }
            }
        }));

    [Fact]
    public void Where_somebody_comes_each_hour_no_key_signs_for_longer_than_its_period_and_few_are_kept() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(20), Prop.ForAll(Gen.Choose(2, 90).ToArbitrary(), days =>
        {
            var rotation = new KeyRotation(TimeSpan.FromDays(days), s_cache, TimeSpan.FromHours(12));
            var keys = new List<KeyTimes>();
            for (var hour = 0; hour < 24 * 200; hour++)
            {
                var now = s_began.AddHours(hour);
                var plan = rotation.Plan(keys, now, $"k{hour:D5}");
                keys = [.. keys.Except(plan.Over), .. plan.Published is { } published ? [published] : Array.Empty<KeyTimes>()];
                (now - KeyRotation.Signer(keys, now)!.SignsFrom).ShouldBeLessThan(TimeSpan.FromDays(days) + TimeSpan.FromHours(1));
                keys.Count.ShouldBeLessThanOrEqualTo(3);
            }
        }));

    [Fact]
    public void A_key_that_nobody_could_have_read_before_does_not_sign_but_the_very_first()
    {
        var rotation = new KeyRotation(TimeSpan.FromDays(90), s_cache, TimeSpan.FromHours(12));
        var first = rotation.Plan([], s_began, "a").Published.ShouldNotBeNull();
        (first.PublishedAt, first.SignsFrom).ShouldBe((s_began, s_began));

        var late = s_began.AddDays(500);
        var second = rotation.Plan([first], late, "b").Published.ShouldNotBeNull();
        (second.PublishedAt, second.SignsFrom).ShouldBe((late, late + s_cache));
        KeyRotation.Signer([first, second], late).ShouldBe(first);
    }

    [Fact]
    public void Where_the_clock_was_put_back_the_first_key_signs_and_no_other_is_made()
    {
        var rotation = new KeyRotation(TimeSpan.FromDays(90), s_cache, TimeSpan.FromHours(12));
        KeyTimes[] keys = [new("a", s_began.AddDays(300), s_began.AddDays(301), TimeSpan.FromHours(12)), new("b", s_began.AddDays(390), s_began.AddDays(391), TimeSpan.FromHours(12))];

        KeyRotation.Signer(keys, s_began).ShouldBe(keys[0]);
        rotation.Plan(keys, s_began, "c").IsNothing.ShouldBeTrue();
    }
}
