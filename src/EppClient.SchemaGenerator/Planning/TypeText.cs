namespace EppClient.SchemaGenerator.Planning;

/// <summary>
/// References to C# types in text that becomes code: namespace and name, with marks that do not occur in code. Whether the short name is sufficient depends on
/// the whole file and on the project, so it is decided last.
/// </summary>
internal static class TypeText
{
    /// <summary>Marks the start of the namespace.</summary>
    public const string Start = "\u0001";

    /// <summary>Separates the namespace from the name; the name ends where an identifier ends.</summary>
    public const string Separator = "\u0002";

    /// <summary>Marks the start of an expression that needs parentheses if it contains a name with <c>global::</c>, as in an interpolated string.</summary>
    public const string StartExpression = "\u0003";

    /// <summary>Marks the end of such an expression.</summary>
    public const string EndExpression = "\u0004";

    public static string Of(string clrNamespace, string name) => Start + clrNamespace + Separator + name;

    /// <summary>The reference to a type that is not nested.</summary>
    public static string Of(string fullName)
    {
        var dot = fullName.LastIndexOf('.');
        return dot < 0 ? Of(string.Empty, fullName) : Of(fullName.Substring(0, dot), fullName.Substring(dot + 1));
    }
}
