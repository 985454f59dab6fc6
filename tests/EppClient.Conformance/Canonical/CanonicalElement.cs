using System.Xml;

namespace EppClient.Conformance.Canonical;

/// <summary>An element in its canonical form by its schema: values in canonical spelling, defaults filled in.</summary>
internal sealed class CanonicalElement(XmlQualifiedName name, int line, int column)
{
    public XmlQualifiedName Name => name;

    /// <summary>The position of its start in the document.</summary>
    public (int Line, int Column) Position => (line, column);

    /// <summary>The values of the attributes by name.</summary>
    public SortedDictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>Child elements, and in mixed content texts between them; sorted if their order is not significant.</summary>
    public List<object> Children { get; } = [];

    /// <summary>The value of an element that contains only text.</summary>
    public string? Value { get; set; }

    /// <summary>The whole element as text, used as the sort key.</summary>
    public override string ToString() =>
        $"<{name}{string.Concat(Attributes.Select(a => $" {a.Key}='{a.Value}'"))}>{Value}{string.Concat(Children)}</>";
}
