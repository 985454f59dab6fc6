namespace EppClient.Xml;

/// <summary>Compares spellings by what they mean.</summary>
internal static class EppValues
{
    /// <summary>Whether two texts are one value of a type: 1.0 and 1 of a number, true and 1 of a boolean.</summary>
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
