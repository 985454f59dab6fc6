using System.Xml.Linq;

namespace EppClient.SchemaGenerator.Sets;

/// <summary>The kinds of global components; names are unique within a kind.</summary>
internal enum ComponentKind
{
    Element,
    Type,
    Attribute,
    Group,
    AttributeGroup,
    Notation,
}

/// <summary>The name of a global component of a schema.</summary>
internal readonly record struct ComponentName(ComponentKind Kind, XName Name)
{
    /// <summary>The suffix of the name under which the original of a redefined component is kept.</summary>
    public const string RedefinedSuffix = ".redefined";

    /// <summary>The kind as in messages.</summary>
    public string KindText => Kind switch
    {
        ComponentKind.Element => "element",
        ComponentKind.Type => "type",
        ComponentKind.Attribute => "attribute",
        ComponentKind.Group => "group",
        ComponentKind.AttributeGroup => "attribute group",
        _ => "notation",
    };

    public override string ToString() => $"{KindText} '{LocalName}'";

    private string LocalName => IsRedefined ? Name.LocalName.Substring(0, Name.LocalName.IndexOf(RedefinedSuffix, StringComparison.Ordinal)) : Name.LocalName;

    private bool IsRedefined => Name.LocalName.EndsWith(RedefinedSuffix, StringComparison.Ordinal);
}

/// <summary>A global component and its declaration.</summary>
internal sealed record Component(ComponentName Name, XElement Declaration, SchemaFile File);
