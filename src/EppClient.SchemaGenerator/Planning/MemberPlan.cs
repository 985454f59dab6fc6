using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Where the value of a member stands.</summary>
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

/// <summary>Which elements a wildcard takes.</summary>
internal enum WildcardReach
{
    None,

    /// <summary>Those of other schemas.</summary>
    Other,
    Any,
}

/// <summary>How a value is read and written.</summary>
internal enum ValueKind
{
    Text,
    Enumeration,
    Boolean,

    /// <summary>A number, date or the like with a method of its own in reader and writer.</summary>
    Scalar,
    Hex,
    Base64,

    /// <summary>Items with blanks between them.</summary>
    List,

    /// <summary>An element whose presence alone counts.</summary>
    Flag,

    /// <summary>An element without a type: mostly its presence alone counts, but it may have any content.</summary>
    AnyFlag,
    Mixed,

    /// <summary>A record for a complex type.</summary>
    Record,

    /// <summary>A record for a type derived from an abstract one; the element says which.</summary>
    Derived,

    /// <summary>A record for a global element, which writes its own tags.</summary>
    ElementRecord,

    /// <summary>An element that only holds one element of any kind.</summary>
    Raw,

    /// <summary>An element that only holds elements of any kind.</summary>
    RawList,

    /// <summary>A record for several sibling elements, without tags of its own.</summary>
    Part,
}

/// <summary>The type of a value.</summary>
/// <param name="Kind">How it is read and written.</param>
/// <param name="ClrType">The C# type, not nullable.</param>
/// <param name="IsStruct">Whether null needs <c>Nullable</c>.</param>
/// <param name="Method">The part of the method names of reader and writer that depends on the type, such as <c>UInt16</c>.</param>
/// <param name="Descriptor">The expression for the schema type.</param>
internal sealed record ValuePlan(ValueKind Kind, string ClrType, bool IsStruct, string Method, string Descriptor)
{
    /// <summary>Whether white space in the text says something.</summary>
    public bool KeepsWhiteSpace { get; init; }

    /// <summary>What a list holds.</summary>
    public ValuePlan? Item { get; init; }
}

/// <summary>A property and what it is in XML.</summary>
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

    /// <summary>For an element or a wildcard: its place in the order of the schema; where the order is free, several have the same.</summary>
    public int Order { get; init; }

    /// <summary>Required by the schema, but left out by some registries.</summary>
    public bool IsRelaxable { get; init; }

    public bool IsHidden { get; init; }

    public required string Summary { get; init; }

    public string? Obsolete { get; init; }

    /// <summary>Attributes of a child element that became members of the record, all with <see cref="MemberPlace.Attribute"/>.</summary>
    public EquatableArray<MemberPlan> Inlined { get; init; }

    /// <summary>For an inlined attribute: required where the element stands.</summary>
    public bool RequiredWithElement { get; init; }

    /// <summary>For an inlined attribute: the name of the element.</summary>
    public string? Parent { get; init; }

    /// <summary>Whether the anchor declares the property by hand.</summary>
    public bool IsDeclared { get; init; }

    /// <summary>For a part: the elements that can stand in it.</summary>
    public EquatableArray<XmlName> PartNames { get; init; }

    /// <summary>For a wildcard, or a part with one: which elements it takes.</summary>
    public WildcardReach Reach { get; init; }

    /// <summary>Whether the element may say that it has no value.</summary>
    public bool IsNillable { get; init; }

    /// <summary>For an attribute: the expression for the value that counts where it is absent.</summary>
    public string? Default { get; init; }

    /// <summary>For an attribute that says which version of IP an address has: the member with the address, which decides if nothing is set.</summary>
    public string? AddressMember { get; init; }

    /// <summary>For an element: the text that counts where it is empty.</summary>
    public string? DefaultText { get; init; }

    /// <summary>The type of one value.</summary>
    public string ItemType => IsNillable ? $"{Library.Xml}EppNillable<{Value.ClrType}>" : Value.ClrType;

    /// <summary>Whether its name can also mean its type, as C# allows where both are the same.</summary>
    public bool HasNameOfItsType => !IsStruct && !IsList && Value.ClrType.EndsWith(TypeText.Separator + Name, StringComparison.Ordinal);

    public bool IsStruct => IsNillable || Value.IsStruct;

    public bool IsList => Max > 1;

    /// <summary>A list in an element of its own.</summary>
    public bool IsWrappedList => Value.Kind == ValueKind.RawList;

    public bool IsFlag => Value.Kind is ValueKind.Flag or ValueKind.AnyFlag;

    /// <summary>Whether C# demands the member.</summary>
    public bool IsRequired => Min > 0 && !IsRelaxable && !IsFlag && !IsWrappedList && Default is null;

    /// <summary>
    /// Whether it may have no value after reading although the property is not nullable: then it has a nullable field, and throws when it is read.
    /// </summary>
    public bool MayBeUnreadable => IsRequired && !IsList && !IsDeclared;

    /// <summary>Whether it has its own field for the value.</summary>
    public bool HasField => MayBeUnreadable || Default is not null;

    /// <summary>Text between the tags that may be empty: absent and empty are the same.</summary>
    public bool IsEmptyByDefault => Place == MemberPlace.Content && Min == 0;

    public bool IsNullable => !IsRequired && !IsList && !IsWrappedList && !IsFlag && !IsEmptyByDefault && Default is null;

    /// <summary>The elements that the reader takes for this member.</summary>
    public EquatableArray<XmlName> Names => Value.Kind == ValueKind.Part ? PartNames : Place == MemberPlace.Element ? [Xml] : [];
}
