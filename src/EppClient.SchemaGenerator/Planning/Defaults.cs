using System.Globalization;
using EppClient.SchemaGenerator.Emit;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Turns the default of a schema into an expression.</summary>
internal static class Defaults
{
    /// <summary>The expression; null where the value has none.</summary>
    public static string? Expression(ValuePlan value, string text) => value.Kind switch
    {
        ValueKind.Text => CodeText.Literal(text),
        ValueKind.Enumeration => $"new {value.ClrType}({CodeText.Literal(text.Trim())})",
        ValueKind.Boolean => text.Trim() is "true" or "1" ? "true" : "false",
        ValueKind.Scalar when value.Method is "Int32" or "Byte" or "UInt16" or "Int64" && long.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) =>
            number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
