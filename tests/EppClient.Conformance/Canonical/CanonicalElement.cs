using System.Xml;

namespace EppClient.Conformance.Canonical;

/// <summary>An element as its schema sees it: values in their canonical spelling, defaults filled in.</summary>
internal sealed class CanonicalElement(XmlQualifiedName name, int line, int column)
{
    public XmlQualifiedName Name => name;

    /// <summary>Where it begins in its document.</summary>
    public (int Line, int Column) Position => (line, column);

    /// <summary>The values of the attributes by name.</summary>
    public SortedDictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>Child elements, and in mixed content texts between them; sorted where their order does not count.</summary>
    public List<object> Children { get; } = [];

    /// <summary>The value of an element that holds text only.</summary>
    public string? Value { get; set; }

    /// <summary>The whole element as text, by which it is sorted.</summary>
    public override string ToString() =>
        $"<{name}{string.Concat(Attributes.Select(a => $" {a.Key}='{a.Value}'"))}>{Value}{string.Concat(Children)}</>";
}
