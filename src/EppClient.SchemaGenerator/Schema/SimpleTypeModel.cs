namespace EppClient.SchemaGenerator.Schema;

/// <summary>A simple type.</summary>
/// <param name="Name">Its name; null where it is anonymous.</param>
/// <param name="Lexical">What it is made of.</param>
/// <param name="Facets">Its restrictions, those of its base types included.</param>
/// <param name="Values">The enumeration; empty where it is none.</param>
/// <param name="Notes">Documentation and annotations.</param>
/// <param name="Line">Where it is declared.</param>
internal sealed record SimpleTypeModel(
    XmlName? Name, Lexical Lexical, Facets Facets, EquatableArray<EnumerationValue> Values, Notes Notes, SourceLine Line)
{
    /// <summary>The type of the items of a list.</summary>
    public TypeReference? Item { get; init; }

    /// <summary>The types of which a value of a union fits one.</summary>
    public EquatableArray<TypeReference> Members { get; init; }

    public bool IsText => Lexical <= Lexical.NCName;

    /// <summary>An enumeration of exactly "true" and "false": a boolean that does not take 0 and 1.</summary>
    public bool IsTextBoolean => IsText && Values.Count == 2 && Values.Any(v => v.Text == "true") && Values.Any(v => v.Text == "false");

    /// <summary>Text that is one of several values. Numbers and dates of which only some are allowed stay numbers and dates.</summary>
    public bool IsEnumeration => (IsText || Lexical == Lexical.Union) && Values.Count > 0 && !IsTextBoolean;
}

/// <summary>A value of an enumeration.</summary>
internal sealed record EnumerationValue(string Text, Notes Notes);
