namespace EppClient.SchemaGenerator.Planning;

/// <summary>One emitted file: everything that its emission needs, and nothing else.</summary>
/// <param name="HintName">The name of the file.</param>
internal abstract record FilePlan(string HintName)
{
    public required TypeHeader Header { get; init; }

    /// <summary>The names of the emitted members, and of those that the type inherits.</summary>
    public abstract IEnumerable<string> GetMemberNames();
}

/// <summary>What all emitted types have.</summary>
/// <param name="Namespace">The C# namespace.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Summary">The documentation; null where the anchor has its own.</param>
/// <param name="Obsolete">Why it is obsolete, if it is.</param>
/// <param name="Marker">The attribute that ties the type to its component; null where the anchor carries it.</param>
/// <param name="Accessibility">public or internal.</param>
internal sealed record TypeHeader(string Namespace, string Name, string? Summary, string? Obsolete, string? Marker, string Accessibility)
{
    /// <summary>The names of all members that the anchor declares by hand, but for types.</summary>
    public EquatableArray<string> DeclaredNames { get; init; }

    /// <summary>The names of the types that the anchor declares by hand.</summary>
    public EquatableArray<string> DeclaredTypes { get; init; }
}

/// <summary>How a record is built.</summary>
internal enum RecordShape
{
    /// <summary>Properties, set by an object initializer.</summary>
    Properties,

    /// <summary>Exactly one of several branches, made by static factories.</summary>
    Union,
}

/// <summary>A record for an element or a complex type.</summary>
internal sealed record RecordPlan(string HintName) : FilePlan(HintName)
{
    public required string XmlNamespace { get; init; }

    /// <summary>The global element; null for a type that has no element of its own.</summary>
    public string? ElementName { get; init; }

    /// <summary>The complex type, for messages: <c>domain:createType</c>.</summary>
    public required string SchemaType { get; init; }

    /// <summary>The complex type's name in the schema, for the overlay.</summary>
    public required string SchemaTypeName { get; init; }

    public RecordShape Shape { get; init; }

    public EquatableArray<string> Interfaces { get; init; }

    public CommandPlan? Command { get; init; }

    public bool IsResponseExtension { get; init; }

    public EquatableArray<MemberPlan> Members { get; init; }

    public EquatableArray<ChoicePlan> Choices { get; init; }

    /// <summary>Optional sequences among the members.</summary>
    public EquatableArray<SequencePlan> Sequences { get; init; }

    /// <summary>Whether it stands for sibling elements and has no tags of its own.</summary>
    public bool IsPart { get; init; }

    /// <summary>A union of which no branch need be there.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>The derived type that elements name in <c>xsi:type</c>; null where no abstract type stands above it.</summary>
    public Schema.XmlName? DerivedType { get; init; }

    /// <summary>Whether unknown child elements can occur; not where the content is text, or any XML at all.</summary>
    public bool KeepsUnknown { get; init; }

    /// <summary>Whether unknown attributes can occur: not where there is no element to have them, nor where the schema allows any.</summary>
    public bool KeepsUnknownAttributes { get; init; }

    /// <summary>For a part: whether it keeps the diagnostics of reading, because it has members that may be unreadable.</summary>
    public bool PartHasNotes => IsPart && Members.Any(m => m.Inlined.Prepend(m).Any(i => i.HasField));

    public bool EmitDefaultConstructor { get; init; }

    /// <summary>Whether callers make it, to send it, and its anchor declares no constructor with as many parameters.</summary>
    public bool EmitRequiredConstructor { get; init; }

    /// <summary>What the schema requires, attributes drawn in from child elements included.</summary>
    public EquatableArray<MemberPlan> RequiredMembers => Members.SelectMany(m => m.Inlined.Prepend(m)).Where(m => m.IsRequired).ToEquatableArray();

    public EquatableArray<DescriptorPlan> Descriptors { get; init; }

    public override IEnumerable<string> GetMemberNames() => MemberNames.OfContent
        .Concat(Members.SelectMany(m => m.Inlined.Prepend(m)).Where(m => !m.HasNameOfItsType).SelectMany(m => new[] { m.Name, m.FactoryName ?? m.Name }))
        .Concat(Descriptors.Select(d => d.Field));
}

/// <summary>The command side of a record.</summary>
/// <param name="Verb">The member of EppVerb.</param>
/// <param name="IsTransfer">Whether the operation stands on the envelope.</param>
internal sealed record CommandPlan(string Verb, bool IsTransfer);

/// <summary>A choice among members: at most one branch, or exactly one.</summary>
internal sealed record ChoicePlan(bool Required, EquatableArray<ChoiceBranch> Branches);

/// <summary>The members of one branch of a choice, by their places in the record.</summary>
internal sealed record ChoiceBranch(EquatableArray<int> Members);

/// <summary>An optional sequence: where one of its members is present, the required ones must be.</summary>
internal sealed record SequencePlan(EquatableArray<int> Members, EquatableArray<int> Required);

/// <summary>An interface for an abstract complex type.</summary>
internal sealed record InterfacePlan(string HintName) : FilePlan(HintName)
{
    /// <summary>The complex type, for messages.</summary>
    public required string SchemaType { get; init; }

    /// <summary>The types that occur in its place.</summary>
    public EquatableArray<DerivedPlan> Derived { get; init; }

    public override IEnumerable<string> GetMemberNames() => MemberNames.OfContent;
}

/// <summary>A type that elements name in <c>xsi:type</c>.</summary>
internal sealed record DerivedPlan(Schema.XmlName Name, string ClrType);

/// <summary>The siblings of an extension schema that ride together.</summary>
internal sealed record GroupPlan(string HintName) : FilePlan(HintName)
{
    public required string XmlNamespace { get; init; }

    /// <summary>The command that they extend; null on the response side.</summary>
    public string? CommandType { get; init; }

    public EquatableArray<MemberPlan> Members { get; init; }

    public bool EmitDefaultConstructor { get; init; }

    public override IEnumerable<string> GetMemberNames() => MemberNames.OfContent.Concat(Members.Select(m => m.Name));
}

/// <summary>An open enumeration.</summary>
internal sealed record EnumerationPlan(string HintName) : FilePlan(HintName)
{
    /// <summary>The schema that declares it; empty where it is anonymous.</summary>
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

    /// <summary>Whether projects that refer to this one shall use its types for the namespace.</summary>
    public bool IsShared { get; init; } = true;

    /// <summary>Whether it adds to a schema of a referenced assembly.</summary>
    public bool IsAddition { get; init; }

    public EquatableArray<GlobalElementPlan> Elements { get; init; }

    public EquatableArray<DescriptorPlan> Descriptors { get; init; }

    public EquatableArray<string> SecretElements { get; init; }

    public EquatableArray<string> PersonalElements { get; init; }

    /// <summary>The names of all elements that the schema declares, where it matters which they are.</summary>
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

/// <summary>What a descriptor says.</summary>
/// <param name="BuiltIn">The name of the descriptor of the built-in type that it starts from.</param>
internal sealed record SimpleTypePlan(string BuiltIn)
{
    /// <summary>The type's name; null for the built-in type itself.</summary>
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
