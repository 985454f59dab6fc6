using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>The position of a member's value in the XML.</summary>
internal enum MemberPlace
{
    Attribute,

    /// <summary>The content of the record's own element.</summary>
    Content,

    /// <summary>A child element.</summary>
    Element,

    /// <summary>Any child elements.</summary>
    Wildcard,

    /// <summary>Any attributes.</summary>
    OtherAttributes,
}

/// <summary>The elements that a wildcard accepts.</summary>
internal enum WildcardReach
{
    None,

    /// <summary>Elements of other schemas.</summary>
    Other,
    Any,
}

/// <summary>How a value is read and written.</summary>
internal enum ValueKind
{
    Text,
    Enumeration,
    Boolean,

    /// <summary>A number, date or similar type with its own methods in reader and writer.</summary>
    Scalar,
    Hex,
    Base64,

    /// <summary>Items separated by blanks.</summary>
    List,

    /// <summary>An element whose presence is its value.</summary>
    Flag,

    /// <summary>An element without a type: usually its presence is its value, but it can have any content.</summary>
    AnyFlag,
    Mixed,

    /// <summary>A record for a complex type.</summary>
    Record,

    /// <summary>A record for a type derived from an abstract one; the element declares which.</summary>
    Derived,

    /// <summary>A record for a global element, which writes its own tags.</summary>
    ElementRecord,

    /// <summary>An element that contains one element of any kind.</summary>
    Raw,

    /// <summary>An element that contains elements of any kind.</summary>
    RawList,

    /// <summary>A record for several sibling elements, without an element of its own.</summary>
    Part,
}

/// <summary>The type of a value.</summary>
/// <param name="Kind">How it is read and written.</param>
/// <param name="ClrType">The C# type, not nullable.</param>
/// <param name="IsStruct">Whether a nullable value requires <c>Nullable</c>.</param>
/// <param name="Method">The part of the method names of reader and writer that depends on the type, such as <c>UInt16</c>.</param>
/// <param name="Descriptor">The expression for the schema type.</param>
internal sealed record ValuePlan(ValueKind Kind, string ClrType, bool IsStruct, string Method, string Descriptor)
{
    /// <summary>Whether white space in the text is significant.</summary>
    public bool KeepsWhiteSpace { get; init; }

    /// <summary>The type of the items of a list.</summary>
    public ValuePlan? Item { get; init; }
}

/// <summary>A property and its form in XML.</summary>
internal sealed record MemberPlan
{
    public required string Name { get; init; }

    public required string Local { get; init; }

    /// <summary>In a union: the name of the static factory.</summary>
    public string? FactoryName { get; init; }

    public required MemberPlace Place { get; init; }

    public XmlName Xml { get; init; }

    public required ValuePlan Value { get; init; }

    public int Min { get; init; }

    public int Max { get; init; } = 1;

    /// <summary>For an element or a wildcard: its position in the order of the schema; several have the same if the order is free.</summary>
    public int Order { get; init; }

    /// <summary>Whether the schema requires it, but some registries omit it.</summary>
    public bool IsRelaxable { get; init; }

    public bool IsHidden { get; init; }

    public required string Summary { get; init; }

    public string? Obsolete { get; init; }

    /// <summary>Attributes of a child element that became members of the record, all with <see cref="MemberPlace.Attribute"/>.</summary>
    public EquatableArray<MemberPlan> Inlined { get; init; }

    /// <summary>For an inlined attribute: whether it is required if the element is present.</summary>
    public bool RequiredWithElement { get; init; }

    /// <summary>For an inlined attribute: the name of the element.</summary>
    public string? Parent { get; init; }

    /// <summary>Whether the partial declaration has the property.</summary>
    public bool IsDeclared { get; init; }

    /// <summary>For a part: the elements that it can contain.</summary>
    public EquatableArray<XmlName> PartNames { get; init; }

    /// <summary>For a wildcard, or a part with one: the elements that it accepts.</summary>
    public WildcardReach Reach { get; init; }

    /// <summary>Whether the element can be nil.</summary>
    public bool IsNillable { get; init; }

    /// <summary>For an attribute: the expression for the default value.</summary>
    public string? Default { get; init; }

    /// <summary>For an attribute with the IP version of an address: the member with the address, which determines the value if none is set.</summary>
    public string? AddressMember { get; init; }

    /// <summary>For an element: the default text if it is empty.</summary>
    public string? DefaultText { get; init; }

    /// <summary>The type of one value.</summary>
    public string ItemType => IsNillable ? $"{Library.Xml}EppNillable<{Value.ClrType}>" : Value.ClrType;

    /// <summary>Whether its name can also refer to its type, which C# allows if both names are equal.</summary>
    public bool HasNameOfItsType => !IsStruct && !IsList && Value.ClrType.EndsWith(TypeText.Separator + Name, StringComparison.Ordinal);

    public bool IsStruct => IsNillable || Value.IsStruct;

    public bool IsList => Max > 1;

    /// <summary>Whether it is a list inside an element.</summary>
    public bool IsWrappedList => Value.Kind == ValueKind.RawList;

    public bool IsFlag => Value.Kind is ValueKind.Flag or ValueKind.AnyFlag;

    /// <summary>Whether the C# member is required.</summary>
    public bool IsRequired => Min > 0 && !IsRelaxable && !IsFlag && !IsWrappedList && Default is null;

    /// <summary>
    /// Whether it may have no value after reading although the property is not nullable: then it has a nullable field, and its getter throws.
    /// </summary>
    public bool MayBeUnreadable => IsRequired && !IsList && !IsDeclared;

    /// <summary>Whether it has its own field for the value.</summary>
    public bool HasField => MayBeUnreadable || Default is not null;

    /// <summary>Whether it is text that can be empty, so that absent and empty text are equivalent.</summary>
    public bool IsEmptyByDefault => Place == MemberPlace.Content && Min == 0;

    public bool IsNullable => !IsRequired && !IsList && !IsWrappedList && !IsFlag && !IsEmptyByDefault && Default is null;

    /// <summary>The elements that the reader assigns to this member.</summary>
    public EquatableArray<XmlName> Names => Value.Kind == ValueKind.Part ? PartNames : Place == MemberPlace.Element ? [Xml] : [];
}
