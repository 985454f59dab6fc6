namespace EppClient.TestSupport.Markers;

/// <summary>An element of a schema, with a unique value in each place that accepts any text.</summary>
/// <param name="Name">The name of the element, and the number of the alternative.</param>
/// <param name="Xml">The element with its tags.</param>
/// <param name="Sensitive">The values in places that the schema marks as secret or personal.</param>
/// <param name="Attributes">The values of the attributes in these places.</param>
/// <param name="Harmless">The other values.</param>
public sealed record MarkedMessage(string Name, string Xml, IReadOnlyList<string> Sensitive, IReadOnlyList<string> Attributes, IReadOnlyList<string> Harmless)
{
    /// <summary>The values that the wire log masks.</summary>
    public IEnumerable<string> Masked => Sensitive.Concat(Attributes);

    public override string ToString() => Name;
}
