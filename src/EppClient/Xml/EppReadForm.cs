using System.Globalization;
using System.Numerics;

namespace EppClient.Xml;

/// <summary>Converts text to values of a type: text in the lexical form of XML Schema, and other spellings of registries with a certain meaning.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="parse">Parses the lexical form of XML Schema.</param>
/// <param name="expected">Describes that form.</param>
internal sealed class EppReadForm<T>(EppReadForm<T>.Parser parse, string expected)
    where T : struct
{
    /// <summary>Parses a text.</summary>
    /// <returns>Whether it is a value of the type.</returns>
    public delegate bool Parser(string text, out T value);

    /// <summary>Parses a text that XML Schema does not allow.</summary>
    /// <returns>How it was read; null if it was not read.</returns>
    public delegate string? Guess(string text, out T value);

    /// <summary>Parses other spellings. Default: null, none.</summary>
    public Guess? Tolerate { get; init; }

    /// <summary>The assumption for a text that XML Schema allows; null for none.</summary>
    public Func<string, string?>? Assumes { get; init; }

    /// <summary>Whether reading another spelling requires an assumption, such as a time zone. Null for never.</summary>
    public Func<string, bool>? IsAssumed { get; init; }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text, white space collapsed.</param>
    /// <param name="mode">Whether other spellings are accepted.</param>
    /// <param name="fault">The kind of violation; null for none.</param>
    /// <param name="reason">The reason.</param>
    /// <returns>The value; null if it cannot be read.</returns>
    public T? Read(string text, EppReadMode mode, out EppReadFault? fault, out string reason)
    {
        (fault, reason) = (null, string.Empty);
        if (parse(text, out var value))
        {
            if (Assumes?.Invoke(text) is { } assumption)
            {
                (fault, reason) = (EppReadFault.Assumed, assumption);
            }

            return value;
        }

        if (mode == EppReadMode.Tolerant && Tolerate?.Invoke(text, out value) is { } reading)
        {
            (fault, reason) = (IsAssumed?.Invoke(text) is true ? EppReadFault.Assumed : EppReadFault.NonstandardForm, $"The value is not {expected}; {reading}");
            return value;
        }

        (fault, reason) = (EppReadFault.Unreadable, $"The value is not {expected}");
        return null;
    }
}

/// <summary>The forms of the types for which the reader has methods.</summary>
internal static class EppReadForms
{
    public static readonly EppReadForm<bool> Boolean = new(EppLexical.TryParse, "true, false, 1 or 0") { Tolerate = EppTolerantForms.TryRead };

    public static readonly EppReadForm<decimal> Decimal = new(EppLexical.TryParse, "a decimal number");

    public static readonly EppReadForm<DateTimeOffset> DateTime =
        new(EppLexical.TryParse, "a date and time such as 2026-11-23T10:00:00Z") { Tolerate = EppTolerantForms.TryRead, Assumes = EppTolerantForms.Zone, IsAssumed = EppTolerantForms.IsAssumed };

    public static readonly EppReadForm<EppDate> Date = new(EppLexical.TryParse, "a date such as 2026-11-23") { Tolerate = EppTolerantForms.TryRead };

    public static readonly EppReadForm<BigInteger> BigInteger = new(EppLexical.TryParse, "a whole number");

    public static readonly EppReadForm<double> Double = new(EppLexical.TryParse, EppForms.Expected(EppValueForm.Double));

    public static readonly EppReadForm<float> Single = new(EppLexical.TryParse, EppForms.Expected(EppValueForm.Float));

    public static readonly EppReadForm<EppBinary> Hex = new(EppLexical.TryParseHex, EppForms.Expected(EppValueForm.HexBinary)) { Tolerate = EppTolerantForms.TryRead };

    public static readonly EppReadForm<EppBinary> Base64 = new(EppLexical.TryParseBase64, EppForms.Expected(EppValueForm.Base64Binary));

    /// <summary>The form of an integer type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public static class Integer<T>
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        public static readonly EppReadForm<T> Form =
            new(EppLexical.TryParse, string.Create(CultureInfo.InvariantCulture, $"a whole number from {T.MinValue} to {T.MaxValue}"));
    }
}
