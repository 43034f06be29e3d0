using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging;
using Naru.Core.Messages;
using Naru.Server.Logging;

namespace Naru.Server.Tests.Operations;

/// <summary>Numbers as callers write them, put wherever a log line has room: none comes out whole, nor more than six digits of it.</summary>
public sealed class RedactionProperties
{
    private static readonly Gen<string> Digit = Gen.Elements("0123456789".Select(c => c.ToString()).ToArray());

    private static readonly Gen<string> Numbers =
        from country in Gen.Elements("8210", "010", "821", "02", "1", "44", "20", "86", "351", "00821")
        from length in Gen.Choose(7, 9)
        from rest in Digit.ListOf(length)
        select country + string.Concat(rest);

    private static readonly Gen<string> Groupings =
        from number in Numbers
        from plus in Gen.Elements("", "+", "tel:+", "tel:", "%2B", "(", "번호")
        from separator in Gen.Elements("", "", "", " ", "-", ".", " - ", "\u00A0", "–", "%20", "+")
        from cut in Gen.Choose(2, 4)
        from again in Gen.Choose(3, 4)
        select plus + string.Join(separator, [number[..cut], number[cut..(cut + again)], number[(cut + again)..]]);

    private static readonly Gen<string> Around = Gen.Elements(
        "", " ", "보낸 사람 ", "로 보냄", "to=", "&x=1", "\"", "'", "[", "]", ", ", "msg-", "/kakao-alim/1/messages?to=", " 2026-11-02T09:00:00.000Z ", "\n   at Naru.X()",
        " 0193a2b4-5c6d-7e8f-9012-345678901234 ", " 01JC4V8Q6Z9X2M4N5P7R8S1T3W ", " 127.0.0.1 ", "<", ">", ":", ";", "abc");

    private static readonly Gen<(string Text, string Number)> Texts =
        from number in Groupings
        from before in Around
        from after in Around
        select (before + number + after, number);

    [Fact]
    public void No_number_comes_out_of_a_text() => ForAll(sample => Hides(Redactor.Text(sample.Text), sample.Number));

    [Fact]
    public void No_number_comes_out_of_a_message_its_values_its_scopes_or_its_exception() => ForAll(sample =>
    {
        foreach (var formatter in new[] { JsonLineFormatter.FormatterName, TextLineFormatter.FormatterName })
        {
            using var log = new CapturedLog(formatter);
            using (log.Logger.BeginScope("for {Recipient}", sample.Text))
            using (log.Logger.BeginScope(sample.Text))
            using (log.Logger.BeginScope(new Dictionary<string, object?> { ["To"] = sample.Text }))
            {
                log.Logger.LogWarning(Thrown(sample.Text), "Could not reach {To} with {List}", sample.Text, new[] { sample.Text, "other" });
#pragma warning disable CA2254 // Somebody will do just this.
                log.Logger.LogWarning("Could not reach " + sample.Text.Replace("{", "", StringComparison.Ordinal));
#pragma warning restore CA2254
            }

            log.Lines.Count.ShouldBe(2);
            Hides(log.All, sample.Number);
        }
    });

    [Fact]
    public void No_number_comes_out_as_a_number() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Numbers.ToArbitrary(), number =>
    {
        using var log = new CapturedLog();
        var digits = long.Parse(number.TrimStart('0') + (number.TrimStart('0').Length < 7 ? "0000000" : ""));
        log.Logger.LogInformation("To {Digits} or {Same:D} or {Recipient}", digits, (decimal)digits, Recipient.FromDigits(digits));
        Hides(log.All, digits.ToString());
    }));

    [Fact]
    public void A_number_in_parts_is_still_one_number() => ForAll(sample =>
    {
        using var log = new CapturedLog(TextLineFormatter.FormatterName);
        var digits = Digits(sample.Number);
        log.Logger.LogInformation("{Area}-{Exchange}-{Line}", digits[..3], digits[3..7], digits[7..]);
        Hides(log.All, digits);
    });

    private static void ForAll(Action<(string Text, string Number)> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Texts.ToArbitrary(), holds));

    /// <summary>However it is grouped in the output, no seven digits of it stand in a row.</summary>
    private static void Hides(string output, string number)
    {
        // Escapes of JSON that stand for the separators of the sample.
        var plain = Regex.Replace(output, @"\\u00A0|\\u2013|%20|%2B|[ .+\-–\u00A0()]", "", RegexOptions.IgnoreCase);
        var digits = Digits(Regex.Replace(number, "%20|%2B", ""));
        for (var i = 0; i + 7 <= digits.Length; i++)
        {
            plain.ShouldNotContain(digits[i..(i + 7)]);
        }
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static InvalidOperationException Thrown(string message)
    {
        try
        {
            throw new InvalidOperationException("outer " + message, new FormatException(message));
        }
        catch (InvalidOperationException thrown)
        {
            return thrown;
        }
    }
}
