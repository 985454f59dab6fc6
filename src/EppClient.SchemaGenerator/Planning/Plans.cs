namespace EppClient.SchemaGenerator.Planning;

/// <summary>One emitted file: exactly the data that its emission needs.</summary>
/// <param name="HintName">The name of the file.</param>
internal abstract record FilePlan(string HintName)
{
    public required TypeHeader Header { get; init; }

    /// <summary>The names of the emitted and the inherited members.</summary>
    public abstract IEnumerable<string> GetMemberNames();
}

/// <summary>The common properties of all emitted types.</summary>
/// <param name="Namespace">The C# namespace.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Summary">The documentation; null if the partial declaration has its own.</param>
/// <param name="Obsolete">The reason why it is obsolete; null if it is not.</param>
/// <param name="Marker">The attribute that connects the type to its component; null if the partial declaration has it.</param>
/// <param name="Accessibility">public or internal.</param>
internal sealed record TypeHeader(string Namespace, string Name, string? Summary, string? Obsolete, string? Marker, string Accessibility)
{
    /// <summary>The names of all hand-written members, except nested types.</summary>
    public EquatableArray<string> DeclaredNames { get; init; }

    /// <summary>The names of the hand-written nested types.</summary>
    public EquatableArray<string> DeclaredTypes { get; init; }
}

/// <summary>How a record is built.</summary>
internal enum RecordShape
{
    /// <summary>Properties, set by an object initializer.</summary>
    Properties,

    /// <summary>Exactly one of several branches, created by static factories.</summary>
    Union,
}

/// <summary>A record for an element or a complex type.</summary>
internal sealed record RecordPlan(string HintName) : FilePlan(HintName)
{
    public required string XmlNamespace { get; init; }

    /// <summary>The global element; null for a type without an element.</summary>
    public string? ElementName { get; init; }

    /// <summary>The complex type, for messages: <c>domain:createType</c>.</summary>
    public required string SchemaType { get; init; }

    /// <summary>The name of the complex type in the schema, for the overlay.</summary>
    public required string SchemaTypeName { get; init; }

    public RecordShape Shape { get; init; }

    public EquatableArray<string> Interfaces { get; init; }

    public CommandPlan? Command { get; init; }

    public bool IsResponseExtension { get; init; }

    public EquatableArray<MemberPlan> Members { get; init; }

    public EquatableArray<ChoicePlan> Choices { get; init; }

    /// <summary>The optional sequences among the members.</summary>
    public EquatableArray<SequencePlan> Sequences { get; init; }

    /// <summary>Whether it represents sibling elements and has no element of its own.</summary>
    public bool IsPart { get; init; }

    /// <summary>Whether it is a union without a required branch.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>The derived type that elements declare in <c>xsi:type</c>; null if it has no abstract base type.</summary>
    public Schema.XmlName? DerivedType { get; init; }

    /// <summary>Whether unknown child elements can occur. They cannot if the content is text or any XML.</summary>
    public bool KeepsUnknown { get; init; }

    /// <summary>Whether unknown attributes can occur. They cannot if there is no element, or if the schema allows any attributes.</summary>
    public bool KeepsUnknownAttributes { get; init; }

    /// <summary>For a part: whether it keeps the read diagnostics, because it has members that may be unreadable.</summary>
    public bool PartHasNotes => IsPart && Members.Any(m => m.Inlined.Prepend(m).Any(i => i.HasField));

    public bool EmitDefaultConstructor { get; init; }

    /// <summary>Whether callers create it in order to send it, and its partial declaration has no constructor with as many parameters.</summary>
    public bool EmitRequiredConstructor { get; init; }

    /// <summary>The required members, including inlined attributes of child elements.</summary>
    public EquatableArray<MemberPlan> RequiredMembers => Members.SelectMany(m => m.Inlined.Prepend(m)).Where(m => m.IsRequired).ToEquatableArray();

    public EquatableArray<DescriptorPlan> Descriptors { get; init; }

    public override IEnumerable<string> GetMemberNames() => MemberNames.OfContent
        .Concat(Members.SelectMany(m => m.Inlined.Prepend(m)).Where(m => !m.HasNameOfItsType).SelectMany(m => new[] { m.Name, m.FactoryName ?? m.Name }))
        .Concat(Descriptors.Select(d => d.Field));
}

/// <summary>The properties of a record that is a command.</summary>
/// <param name="Verb">The member of EppVerb.</param>
/// <param name="IsTransfer">Whether the operation is part of the envelope.</param>
internal sealed record CommandPlan(string Verb, bool IsTransfer);

/// <summary>A choice among members: at most one branch, or exactly one.</summary>
internal sealed record ChoicePlan(bool Required, EquatableArray<ChoiceBranch> Branches);

/// <summary>The members of one branch of a choice, by their indexes in the record.</summary>
internal sealed record ChoiceBranch(EquatableArray<int> Members);

/// <summary>An optional sequence: if one of its members is present, the required ones must be.</summary>
internal sealed record SequencePlan(EquatableArray<int> Members, EquatableArray<int> Required);

/// <summary>An interface for an abstract complex type.</summary>
internal sealed record InterfacePlan(string HintName) : FilePlan(HintName)
{
    /// <summary>The complex type, for messages.</summary>
    public required string SchemaType { get; init; }

    /// <summary>The types that are derived from it.</summary>
    public EquatableArray<DerivedPlan> Derived { get; init; }

    public override IEnumerable<string> GetMemberNames() => MemberNames.OfContent;
}

/// <summary>A type that elements declare in <c>xsi:type</c>.</summary>
internal sealed record DerivedPlan(Schema.XmlName Name, string ClrType);

/// <summary>The sibling elements of an extension schema for one command.</summary>
internal sealed record GroupPlan(string HintName) : FilePlan(HintName)
{
    public required string XmlNamespace { get; init; }

    /// <summary>The command that they extend; null for a response.</summary>
    public string? CommandType { get; init; }

    public EquatableArray<MemberPlan> Members { get; init; }

    public bool EmitDefaultConstructor { get; init; }

    public override IEnumerable<string> GetMemberNames() => MemberNames.OfContent.Concat(Members.Select(m => m.Name));
}

/// <summary>An open enumeration.</summary>
internal sealed record EnumerationPlan(string HintName) : FilePlan(HintName)
{
    /// <summary>The schema that declares it; empty if it is anonymous.</summary>
    public required string XmlNamespace { get; init; }

    public EquatableArray<EnumerationMember> Values { get; init; }

    public override IEnumerable<string> GetMemberNames() => EnumerationPlanner.OwnMembers.Concat(Values.Select(v => v.Name));
}

/// <summary>A known value.</summary>
internal sealed record EnumerationMember(string Name, string Text, string Summary, string? Obsolete);

/// <summary>The schema class: global elements, simple types, sensitivity.</summary>
internal sealed record SchemaPlan(string HintName) : FilePlan(HintName)
{
    public required string XmlNamespace { get; init; }

    /// <summary>Whether projects that refer to this one use its types for the namespace.</summary>
    public bool IsShared { get; init; } = true;

    /// <summary>Whether it adds to a schema of a referenced assembly.</summary>
    public bool IsAddition { get; init; }

    public EquatableArray<GlobalElementPlan> Elements { get; init; }

    public EquatableArray<DescriptorPlan> Descriptors { get; init; }

    public EquatableArray<string> SecretElements { get; init; }

    public EquatableArray<string> PersonalElements { get; init; }

    /// <summary>The names of all elements that the schema declares, if they are needed.</summary>
    public EquatableArray<string> DeclaredElements { get; init; }

    public EquatableArray<string> ProvidedTypes { get; init; }

    public EquatableArray<OlderVersionPlan> OlderVersions { get; init; }

    public override IEnumerable<string> GetMemberNames() => SchemaPlanner.OwnMembers
        .Concat(Descriptors.Select(d => d.Field))
        .Concat(OlderVersions.Select(v => v.Property));
}

/// <summary>A global element of a schema.</summary>
internal sealed record GlobalElementPlan(string Name, ValuePlan Value);

/// <summary>An older version of a schema.</summary>
internal sealed record OlderVersionPlan(string Property, string Uri, EquatableArray<string> MissingElements);

/// <summary>A descriptor of a simple type.</summary>
internal sealed record DescriptorPlan(string Field, string Summary, SimpleTypePlan Type);

/// <summary>The content of a descriptor.</summary>
/// <param name="BuiltIn">The name of the descriptor of the built-in type that it is based on.</param>
internal sealed record SimpleTypePlan(string BuiltIn)
{
    /// <summary>The name of the type; null for the built-in type itself.</summary>
    public Schema.XmlName? Name { get; init; }

    public string DisplayName { get; init; } = string.Empty;

    public Schema.Facets Facets { get; init; } = Schema.Facets.None;

    public EquatableArray<string> Values { get; init; }

    public SimpleTypePlan? Item { get; init; }

    public EquatableArray<SimpleTypePlan> Members { get; init; }
}

/// <summary>A registry's overlay.</summary>
internal sealed record OverlayPlan(string HintName, Schema.OverlayModel Overlay) : FilePlan(HintName)
{
    public override IEnumerable<string> GetMemberNames() => ["Instance"];
}
