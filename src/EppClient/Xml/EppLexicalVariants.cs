using System.Globalization;

namespace EppClient.Xml;

/// <summary>The possible spellings of a value; a pattern may allow only one of them.</summary>
internal static class EppLexicalVariants
{
    private const int MaxDecimalDigits = 28;

    /// <summary>Formats a number with as many digits after the decimal point as the type requires.</summary>
    public static string Of(decimal number, int? fractionDigits) => fractionDigits is { } digits and <= MaxDecimalDigits && decimal.Round(number, digits) == number
        ? number.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : EppLexical.Format(number);

    /// <summary>Other spellings of a value.</summary>
    /// <param name="usual">The usual spelling.</param>
    /// <param name="value">The value, which may have more detail than its usual spelling.</param>
    public static IEnumerable<string> Of(string usual, object? value) => value switch
    {
        DateTimeOffset moment => OfMoment(moment),
        EppDate { Offset: { Ticks: 0 } } => [usual[..^1] + "+00:00", usual[..^1] + "-00:00"],
        EppBinary => [usual.ToLowerInvariant()],
        double real => [real.ToString("0.################", CultureInfo.InvariantCulture)],
        float real => [real.ToString("0.########", CultureInfo.InvariantCulture)],
        _ => usual switch
        {
            "true" => ["1"],
            "false" => ["0"],
            _ => OfNumber(usual),
        },
    };

    private static IEnumerable<string> OfMoment(DateTimeOffset moment)
    {
        var zones = moment.Offset == TimeSpan.Zero ? ["'Z'", "zzz", string.Empty] : new[] { "zzz" };
        foreach (var zone in zones)
        {
            for (var digits = 0; digits <= 7; digits++)
            {
                var spelling = moment.ToString(
                    "yyyy-MM-dd'T'HH:mm:ss" + (digits == 0 ? string.Empty : "." + new string('f', digits)) + zone, CultureInfo.InvariantCulture);
                if (EppLexical.TryParse(spelling, out DateTimeOffset same) && same == moment)
                {
                    yield return spelling;
                }
            }
        }
    }

    private static IEnumerable<string> OfNumber(string usual)
    {
        var sign = usual.StartsWith('-') ? "-" : string.Empty;
        var digits = usual[sign.Length..];
        if (sign.Length == 0)
        {
            yield return "+" + digits;
        }

        for (var width = digits.Length + 1; width <= MaxDecimalDigits; width++)
        {
            yield return sign + digits.PadLeft(width, '0');
        }

        var point = digits.IndexOf('.');
        var shortest = point < 0 ? digits : digits.TrimEnd('0').TrimEnd('.');
        yield return sign + shortest;
        point = shortest.IndexOf('.');
        var fraction = point < 0 ? 0 : shortest.Length - point - 1;
        for (var zeros = 1; fraction + zeros <= MaxDecimalDigits; zeros++)
        {
            yield return sign + shortest + (point < 0 ? "." : string.Empty) + new string('0', zeros);
        }
    }
}
