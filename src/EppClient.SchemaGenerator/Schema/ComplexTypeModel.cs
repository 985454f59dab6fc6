namespace EppClient.SchemaGenerator.Schema;

/// <summary>The content of an element.</summary>
internal enum ContentKind
{
    Empty,
    Simple,
    Elements,

    /// <summary>Text and any elements: <c>mixed</c>, or <c>xs:anyType</c> by restriction.</summary>
    Mixed,
}

/// <summary>A complex type, including inherited content.</summary>
/// <param name="Name">The name; null if it is anonymous.</param>
/// <param name="Content">The kind of content.</param>
/// <param name="SimpleContent">The type of the text of simple content.</param>
/// <param name="ValueNotes">The annotations of that text.</param>
/// <param name="Particle">The elements.</param>
/// <param name="Attributes">The attributes.</param>
/// <param name="AllowsAttributes">Whether other attributes are allowed: <c>xs:anyAttribute</c>.</param>
/// <param name="HasDerived">Whether a type derived from it can replace it.</param>
/// <param name="IsAbstract">Whether only types derived from it occur.</param>
/// <param name="Bases">The named types that it extends or restricts, the nearest first.</param>
/// <param name="Notes">Documentation and annotations.</param>
/// <param name="Line">The line of the declaration.</param>
internal sealed record ComplexTypeModel(
    XmlName? Name,
    ContentKind Content,
    TypeReference? SimpleContent,
    Notes ValueNotes,
    ParticleModel? Particle,
    EquatableArray<AttributeModel> Attributes,
    bool AllowsAttributes,
    bool HasDerived,
    bool IsAbstract,
    EquatableArray<XmlName> Bases,
    Notes Notes,
    SourceLine Line)
{
    /// <summary>Whether it allows any text, elements and attributes.</summary>
    public bool IsAnything => Content == ContentKind.Mixed && AllowsAttributes && Name is null && Particle is null && Attributes.Count == 0;

    /// <summary>Whether other attributes than its own can occur.</summary>
    public bool KeepsAttributes => AllowsAttributes || HasDerived;

    /// <summary>The type of an element that declares none: any content at all.</summary>
    public static ComplexTypeModel Anything(SourceLine line) =>
        new(null, ContentKind.Mixed, null, Notes.None, null, [], AllowsAttributes: true, HasDerived: false, IsAbstract: false, [], Notes.None, line);
}

/// <summary>An attribute.</summary>
/// <param name="Name">The name; most attributes are in no namespace.</param>
/// <param name="Type">The type.</param>
/// <param name="Required">Whether it is required.</param>
/// <param name="Default">The value if it is absent.</param>
/// <param name="Notes">Documentation and annotations.</param>
internal sealed record AttributeModel(XmlName Name, TypeReference Type, bool Required, string? Default, Notes Notes);

/// <summary>The type of an element or attribute: a name, or the anonymous type itself.</summary>
/// <param name="Name">The name of a type declared elsewhere.</param>
/// <param name="Simple">The anonymous simple type.</param>
/// <param name="Complex">The anonymous complex type.</param>
internal sealed record TypeReference(XmlName? Name, SimpleTypeModel? Simple, ComplexTypeModel? Complex)
{
    /// <summary>Any content: the type of an element without a declared type.</summary>
    public static readonly TypeReference Any = new(null, null, null);
}

/// <summary>An element, global or local.</summary>
/// <param name="Name">The name; for a reference that of the global element.</param>
/// <param name="Type">The type.</param>
/// <param name="IsReference">Whether it refers to a global element.</param>
/// <param name="IsAbstract">Whether only its substitutes can occur; they are read as a choice.</param>
/// <param name="IsNillable">Whether it can be nil: <c>xsi:nil</c>.</param>
/// <param name="Default">The value if it is empty.</param>
/// <param name="Notes">Documentation and annotations.</param>
/// <param name="Line">The line of the declaration.</param>
internal sealed record ElementModel(
    XmlName Name, TypeReference Type, bool IsReference, bool IsAbstract, bool IsNillable, string? Default, Notes Notes, SourceLine Line);
