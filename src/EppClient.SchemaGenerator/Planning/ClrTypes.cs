using System.Globalization;
using System.Numerics;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>The C# types of simple values.</summary>
internal static class ClrTypes
{
    // System.Decimal represents this many digits without rounding.
    private const int DecimalDigits = 28;

    public static ValuePlan Of(Lexical lexical, Facets facets, string descriptor) => lexical switch
    {
        Lexical.Boolean => new ValuePlan(ValueKind.Boolean, "bool", true, "Boolean", descriptor),
        Lexical.SignedByte or Lexical.Short or Lexical.Int => Scalar("int", "Int32", descriptor),
        Lexical.UnsignedByte => Scalar("byte", "Byte", descriptor),
        Lexical.UnsignedShort => Scalar("ushort", "UInt16", descriptor),
        Lexical.UnsignedInt or Lexical.Long => Scalar("long", "Int64", descriptor),
        Lexical.UnsignedLong => Scalar("ulong", "UInt64", descriptor),
        >= Lexical.Integer and <= Lexical.NegativeInteger => Integer(lexical, facets, descriptor),
        Lexical.Decimal when FitsDecimal(facets) => Scalar("decimal", "Decimal", descriptor),
        Lexical.Float => Scalar("float", "Single", descriptor),
        Lexical.Double => Scalar("double", "Double", descriptor),
        Lexical.DateTime => Scalar($"{Library.System}DateTimeOffset", "DateTime", descriptor),
        Lexical.Date => Scalar(Library.Xml + "EppDate", "Date", descriptor),
        Lexical.HexBinary => new ValuePlan(ValueKind.Hex, Library.Xml + "EppBinary", true, "Hex", descriptor),
        Lexical.Base64Binary => new ValuePlan(ValueKind.Base64, Library.Xml + "EppBinary", true, "Base64", descriptor),
        Lexical.QualifiedName => Scalar(Library.Xml + "EppQualifiedName", "QualifiedName", descriptor),
        _ => new ValuePlan(ValueKind.Text, "string", false, "Text", descriptor) { KeepsWhiteSpace = lexical is Lexical.String or Lexical.NormalizedString },
    };

    /// <summary>Whether reading needs the type to process white space. For a union, the member type determines it.</summary>
    public static bool KeepsWhiteSpace(SimpleTypeModel type) =>
        type.Facets.WhiteSpace is { } said ? said != "Collapse" : type.Lexical is Lexical.String or Lexical.NormalizedString or Lexical.Union;

    private static ValuePlan Scalar(string clrType, string method, string descriptor) => new(ValueKind.Scalar, clrType, true, method, descriptor);

    /// <summary>The smallest type that can represent all values within the bounds.</summary>
    private static ValuePlan Integer(Lexical lexical, Facets facets, string descriptor)
    {
        var most = Bound(facets.TotalDigits) is { } digits && digits <= DecimalDigits ? BigInteger.Pow(10, (int)digits) - 1 : (BigInteger?)null;
        var max = Bound(facets.MaxInclusive)
            ?? (lexical switch { Lexical.NonPositiveInteger => BigInteger.Zero, Lexical.NegativeInteger => BigInteger.MinusOne, _ => most });
        var min = Bound(facets.MinInclusive)
            ?? (lexical switch { Lexical.NonNegativeInteger => BigInteger.Zero, Lexical.PositiveInteger => BigInteger.One, _ => -most });
        return (min, max) switch
        {
            ({ } least, { } greatest) when least >= long.MinValue && greatest <= long.MaxValue => Scalar("long", "Int64", descriptor),
            ({ } least, { } greatest) when least >= 0 && greatest <= ulong.MaxValue => Scalar("ulong", "UInt64", descriptor),
            _ => Scalar($"{Library.Numerics}BigInteger", "BigInteger", descriptor),
        };
    }

    private static bool FitsDecimal(Facets facets) =>
        (Bound(facets.TotalDigits) ?? 0) <= DecimalDigits
        && (Bound(facets.FractionDigits) ?? 0) <= DecimalDigits
        && new[] { facets.MinInclusive, facets.MaxInclusive, facets.MinExclusive, facets.MaxExclusive }.All(b => (b?.Length ?? 0) <= DecimalDigits);

    private static BigInteger? Bound(string? text) =>
        BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
