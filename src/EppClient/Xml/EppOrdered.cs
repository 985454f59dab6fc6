using System.Globalization;
using System.Numerics;

namespace EppClient.Xml;

/// <summary>A value of a type that XML Schema orders: numbers, dates and times, durations.</summary>
internal abstract record EppOrdered
{
    /// <summary>Compares two values of one type; null where XML Schema leaves open which is the greater one.</summary>
    public abstract int? CompareWith(EppOrdered other);

    /// <summary>Reads a value; null where the text is none of the type, or the type is not ordered.</summary>
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

    // Not a number is itself, and neither more nor less than anything.
    private sealed record Real(double Value) : EppOrdered
    {
        public override int? CompareWith(EppOrdered other) =>
            other is not Real real || (double.IsNaN(Value) != double.IsNaN(real.Value)) ? null : Value == real.Value ? 0 : Value.CompareTo(real.Value);
    }

    // Without a zone a value may lie up to fourteen hours on either side (part 2, section 3.2.7.4).
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

/// <summary>A number of any size: digits, of which some stand behind the decimal point.</summary>
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
