using System.Globalization;

namespace EppClient.Conformance.Canonical;

/// <summary>Canonical numbers, of any length if the type has no limit.</summary>
internal static class XsdNumber
{
    public static string Decimal(string text)
    {
        var isNegative = text.StartsWith('-');
        var parts = text.TrimStart('+', '-').Split('.');
        var whole = parts[0].TrimStart('0');
        var fraction = parts.Length > 1 ? parts[1].TrimEnd('0') : string.Empty;
        var number = (whole.Length > 0 ? whole : "0") + (fraction.Length > 0 ? "." + fraction : string.Empty);
        return isNegative && number != "0" ? "-" + number : number;
    }

    public static string Float(string text) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value.ToString("R", CultureInfo.InvariantCulture) : text;

    public static string Double(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value.ToString("R", CultureInfo.InvariantCulture) : text;
}
