using System.Globalization;
using System.Numerics;

namespace EppClient.Xml;

/// <summary>A value of a type that XML Schema orders: numbers, dates and times, durations.</summary>
internal abstract record EppOrdered
{
    /// <summary>Compares two values of one type; null if XML Schema does not define their order.</summary>
    public abstract int? CompareWith(EppOrdered other);

    /// <summary>Parses a value; null if the text is not a value of the type, or the type is not ordered.</summary>
    public static EppOrdered? Parse(EppValueForm form, string text) => form switch
    {
        EppValueForm.Decimal or EppValueForm.Integer => EppNumber.Parse(text, form == EppValueForm.Integer),
        EppValueForm.Float => EppLexical.TryParse(text, out float value) ? new Real(value) : null,
        EppValueForm.Double => EppLexical.TryParse(text, out double value) ? new Real(value) : null,
        EppValueForm.Duration => EppDurationValue.Parse(text),
        >= EppValueForm.DateTime and <= EppValueForm.GMonth =>
            EppDateParts.TryParse(text, form, out var parts) ? new Moment(parts.Seconds, parts.Zone is not null) : null,
        _ => null,
    };

    // NaN equals itself, and is neither less nor greater than other values.
    private sealed record Real(double Value) : EppOrdered
    {
        public override int? CompareWith(EppOrdered other) =>
            other is not Real real || (double.IsNaN(Value) != double.IsNaN(real.Value)) ? null : Value == real.Value ? 0 : Value.CompareTo(real.Value);
    }

    // A value without a zone may be up to fourteen hours earlier or later (part 2, section 3.2.7.4).
    private sealed record Moment(decimal Seconds, bool IsZoned) : EppOrdered
    {
        private const decimal Slack = 14 * 3600;

        public override int? CompareWith(EppOrdered other)
        {
            if (other is not Moment moment)
            {
                return null;
            }

            var difference = Seconds - moment.Seconds;
            return IsZoned == moment.IsZoned || Math.Abs(difference) > Slack ? Math.Sign(difference) : null;
        }
    }
}

/// <summary>A number of any size: all digits, and how many of them follow the decimal point.</summary>
internal sealed record EppNumber(BigInteger Digits, int Scale) : EppOrdered
{
    public int TotalDigits => Math.Max(Scale, Digits.IsZero ? 1 : BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture).Length);

    public static EppNumber? Parse(string text, bool isInteger)
    {
        var span = text.AsSpan(text.Length > 0 && text[0] is ('+' or '-') ? 1 : 0);
        var point = span.IndexOf('.');
        var whole = point < 0 ? span : span[..point];
        var fraction = point < 0 ? default : span[(point + 1)..].TrimEnd('0');
        if ((isInteger && point >= 0) || span.Length == (point < 0 ? 0 : 1) || !IsDigits(whole) || !IsDigits(fraction))
        {
            return null;
        }

        var digits = BigInteger.Parse($"0{whole}{fraction}", NumberStyles.None, CultureInfo.InvariantCulture);
        return new EppNumber(text[0] == '-' ? -digits : digits, fraction.Length);
    }

    public override int? CompareWith(EppOrdered other)
    {
        if (other is not EppNumber number)
        {
            return null;
        }

        var scale = Math.Max(Scale, number.Scale);
        return At(scale).CompareTo(number.At(scale));
    }

    private BigInteger At(int scale) => scale == Scale ? Digits : Digits * BigInteger.Pow(10, scale - Scale);

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
