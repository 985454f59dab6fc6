namespace EppClient.TestSupport.Markers;

/// <summary>An element of a schema, with a value of its own in each place that takes any text.</summary>
/// <param name="Name">Which element, and which of its alternatives.</param>
/// <param name="Xml">The element with its tags.</param>
/// <param name="Sensitive">The values in places that the schema marks as secret or personal.</param>
/// <param name="Attributes">The values of the attributes there.</param>
/// <param name="Harmless">The other values.</param>
public sealed record MarkedMessage(string Name, string Xml, IReadOnlyList<string> Sensitive, IReadOnlyList<string> Attributes, IReadOnlyList<string> Harmless)
{
    /// <summary>What the wire log masks.</summary>
    public IEnumerable<string> Masked => Sensitive.Concat(Attributes);

    public override string ToString() => Name;
}
