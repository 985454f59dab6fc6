namespace EppClient.SchemaGenerator.Schema;

/// <summary>A simple type.</summary>
/// <param name="Name">The name; null if it is anonymous.</param>
/// <param name="Lexical">The built-in type that it is derived from.</param>
/// <param name="Facets">Its restrictions, including those of its base types.</param>
/// <param name="Values">The enumeration; empty if there is none.</param>
/// <param name="Notes">Documentation and annotations.</param>
/// <param name="Line">The line of the declaration.</param>
internal sealed record SimpleTypeModel(
    XmlName? Name, Lexical Lexical, Facets Facets, EquatableArray<EnumerationValue> Values, Notes Notes, SourceLine Line)
{
    /// <summary>The type of the items of a list.</summary>
    public TypeReference? Item { get; init; }

    /// <summary>The member types of a union, one of which a value matches.</summary>
    public EquatableArray<TypeReference> Members { get; init; }

    public bool IsText => Lexical <= Lexical.NCName;

    /// <summary>Whether it is an enumeration of exactly "true" and "false": a boolean that does not allow 0 and 1.</summary>
    public bool IsTextBoolean => IsText && Values.Count == 2 && Values.Any(v => v.Text == "true") && Values.Any(v => v.Text == "false");

    /// <summary>Whether it is text with one of several values. Numbers and dates with limited values remain numbers and dates.</summary>
    public bool IsEnumeration => (IsText || Lexical == Lexical.Union) && Values.Count > 0 && !IsTextBoolean;
}

/// <summary>A value of an enumeration.</summary>
internal sealed record EnumerationValue(string Text, Notes Notes);
