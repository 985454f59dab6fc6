using System.Globalization;
using System.Numerics;
using System.Xml;
using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Converts the text of a value to a C# expression of the value's type.</summary>
internal static class ValueLiteral
{
    public static string? Of(ValuePlan value, string text)
    {
        var items = text.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var collapsed = string.Join(" ", items);
        return value.Kind switch
        {
            ValueKind.Text => CodeText.Literal(value.KeepsWhiteSpace ? text : collapsed),
            ValueKind.Enumeration => $"new {value.ClrType}({CodeText.Literal(value.KeepsWhiteSpace ? text : collapsed)})",
            ValueKind.Boolean => collapsed switch { "true" or "1" => "true", "false" or "0" => "false", _ => null },
            ValueKind.List => List(value, items),
            ValueKind.Hex => $"{value.ClrType}.FromHex({CodeText.Literal(collapsed)})",
            ValueKind.Base64 => $"{value.ClrType}.FromBase64({CodeText.Literal(collapsed)})",
            ValueKind.Scalar => Scalar(value, collapsed),
            _ => null,
        };
    }

    private static string? List(ValuePlan list, string[] texts)
    {
        var items = texts.Select(t => Of(list.Item!, t)).ToList();
        return items.Contains(null) ? null : $"{Library.Xml}EppList.Of<{list.Item!.ClrType}>([{string.Join(", ", items)}])";
    }

    private static string? Scalar(ValuePlan value, string text) => value.Method switch
    {
        "Int32" or "Byte" or "UInt16" => Integer(text) is { } number ? $"({value.ClrType}){Parenthesized(number)}" : null,
        "Int64" => Integer(text) is { } number ? (number == long.MinValue ? "long.MinValue" : number + "L") : null,
        "UInt64" => Integer(text) is { } number ? number + "UL" : null,
        "BigInteger" => Integer(text) is { } number
            ? $"{Library.Numerics}BigInteger.Parse({CodeText.Literal(number.ToString(CultureInfo.InvariantCulture))}, {Library.Globalization}CultureInfo.InvariantCulture)"
            : null,
        "Decimal" => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture) + "m"
            : null,
        "Single" or "Double" => Real(value.ClrType, text),
        "DateTime" => Moment(text) is { } moment ? $"new {value.ClrType}({moment.Ticks}L, new {Library.System}TimeSpan({moment.Offset.Ticks}L))" : null,
        "Date" => Day(value.ClrType, text),
        _ => null,
    };

    private static BigInteger? Integer(string text) =>
        BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Parenthesized(BigInteger number) => number < 0 ? $"({number})" : number.ToString(CultureInfo.InvariantCulture);

    private static string? Real(string type, string text) => text switch
    {
        "INF" => type + ".PositiveInfinity",
        "-INF" => type + ".NegativeInfinity",
        "NaN" => type + ".NaN",
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("R", CultureInfo.InvariantCulture) + (type == "float" ? "F" : "D")
            : null,
    };

    private static string? Day(string type, string text)
    {
        if (text.Length < 10 || Moment(text.Substring(0, 10) + "T00:00:00" + text.Substring(10)) is not { } moment)
        {
            return null;
        }

        var offset = text.Length == 10 ? "null" : $"new {Library.System}TimeSpan({moment.Offset.Ticks}L)";
        return $"new {type}(new {Library.System}DateOnly({moment.Year}, {moment.Month}, {moment.Day}), {offset})";
    }

    // Without a zone it is UTC, as when messages are read.
    private static DateTimeOffset? Moment(string text)
    {
        try
        {
            var isZoned = text.Length > 10 && text.IndexOfAny(['Z', '+', '-'], 10) >= 0;
            return XmlConvert.ToDateTimeOffset(isZoned ? text : text + "Z");
        }
        catch (FormatException)
        {
            return null;
        }
        catch (ArgumentOutOfRangeException)
        {
            // A valid dateTime that .NET cannot represent.
            return null;
        }
    }
}
