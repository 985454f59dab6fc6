namespace EppClient.Xml;

/// <summary>Compares texts by the values that they represent.</summary>
internal static class EppValues
{
    /// <summary>Whether two texts represent the same value of a type: 1.0 and 1 of a number, true and 1 of a boolean.</summary>
    public static bool AreSame(string left, string right, EppSimpleType type)
    {
        if (left == right)
        {
            return true;
        }

        if (type.Item is { } item)
        {
            var (lefts, rights) = (EppWhiteSpaces.Items(left), EppWhiteSpaces.Items(right));
            return lefts.Length == rights.Length && lefts.Zip(rights).All(pair => AreSame(pair.First, pair.Second, item));
        }

        if (type.Members.Count > 0)
        {
            return EppUnions.MemberOf(left, type) is { } member && ReferenceEquals(member, EppUnions.MemberOf(right, type)) && AreSame(left, right, member);
        }

        return type.Form switch
        {
            EppValueForm.Boolean => EppLexical.TryParse(left, out bool one) && EppLexical.TryParse(right, out bool other) && one == other,
            EppValueForm.HexBinary => string.Equals(left, right, StringComparison.OrdinalIgnoreCase),
            EppValueForm.Base64Binary => EppLexical.TryParseBase64(left, out var one) && EppLexical.TryParseBase64(right, out var other) && one == other,
            _ => EppOrdered.Parse(type.Form, left) is { } one && EppOrdered.Parse(type.Form, right) is { } other && one.CompareWith(other) == 0,
        };
    }
}

/// <summary>Values of unions, which belong to the first matching member type (part 2, section 2.5.1.3).</summary>
internal static class EppUnions
{
    /// <summary>The member type that a value matches; null for none.</summary>
    public static EppSimpleType? MemberOf(string value, EppSimpleType union)
    {
        foreach (var member in union.Members)
        {
            if (EppFacets.Fault(EppWhiteSpaces.Normalize(value, member), member) is null)
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>Processes the white space of a value as its member type requires.</summary>
    public static string Normalize(string value, EppSimpleType union) =>
        EppWhiteSpaces.Normalize(value, MemberOf(value, union) ?? EppSimpleType.Token);
}

/// <summary>The lexical forms of XML Schema's built-in types that restrict the text (part 2, section 3).</summary>
internal enum EppValueForm
{
    Text,
    Language,
    NmToken,
    Name,
    NCName,
    QualifiedName,
    Boolean,
    Decimal,
    Integer,
    Float,
    Double,
    Duration,
    DateTime,
    Time,
    Date,
    GYearMonth,
    GYear,
    GMonthDay,
    GDay,
    GMonth,
    HexBinary,
    Base64Binary,
}
