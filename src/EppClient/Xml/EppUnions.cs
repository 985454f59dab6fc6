namespace EppClient.Xml;

/// <summary>Values of unions: of the first member type that takes them (part 2, section 2.5.1.3).</summary>
internal static class EppUnions
{
    /// <summary>The member type that a value fits; null where it fits none.</summary>
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

    /// <summary>The value, white space treated as the member type wants it that takes the value.</summary>
    public static string Normalize(string value, EppSimpleType union) =>
        EppWhiteSpaces.Normalize(value, MemberOf(value, union) ?? EppSimpleType.Token);
}
