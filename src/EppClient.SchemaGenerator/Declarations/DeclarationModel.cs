namespace EppClient.SchemaGenerator.Declarations;

/// <summary>The kind of component that a partial declaration represents.</summary>
internal enum DeclarationKind
{
    Element,
    Type,
    Group,
}

/// <summary>A hand-written partial type that names a component of a schema.</summary>
/// <param name="Kind">The kind of component.</param>
/// <param name="XmlNamespace">The namespace of the schema.</param>
/// <param name="XmlName">The element or type; for a group the command.</param>
/// <param name="IsResponse">For a group: whether it belongs to the response.</param>
/// <param name="ClrNamespace">The namespace of the C# type.</param>
/// <param name="ClrName">The name of the C# type.</param>
/// <param name="IsRecord">Whether it is a record or record struct that is not nested.</param>
/// <param name="IsStruct">Whether it is a struct.</param>
/// <param name="IsPublic">Whether it is public.</param>
/// <param name="IsDocumented">Whether it has its own documentation comment.</param>
/// <param name="DeclaresExtension">Whether it declares itself which commands it extends.</param>
/// <param name="DeclaredMembers">The names of the hand-written properties.</param>
/// <param name="ConstructorLengths">The numbers of parameters of the hand-written constructors.</param>
internal sealed record DeclarationModel(
    DeclarationKind Kind,
    string XmlNamespace,
    string XmlName,
    bool IsResponse,
    string ClrNamespace,
    string ClrName,
    bool IsRecord,
    bool IsStruct,
    bool IsPublic,
    bool IsDocumented,
    bool DeclaresExtension,
    EquatableArray<string> DeclaredMembers,
    EquatableArray<int> ConstructorLengths)
{
    /// <summary>The names of all hand-written members, except nested types.</summary>
    public EquatableArray<string> DeclaredNames { get; init; }

    /// <summary>The names of the hand-written nested types.</summary>
    public EquatableArray<string> DeclaredTypes { get; init; }

    /// <summary>Whether it declares constructors, but none without parameters.</summary>
    public bool NeedsDefaultConstructor => ConstructorLengths.Count > 0 && !ConstructorLengths.Contains(0);

    public string FullName => ClrNamespace.Length == 0 ? ClrName : $"{ClrNamespace}.{ClrName}";
}

/// <summary>A partial declaration with its location. For diagnostics only: locations change when nothing else does.</summary>
internal sealed record LocatedDeclaration(DeclarationModel Declaration, string Path, int Start, int Length, int Line, int Column, int EndLine, int EndColumn);

/// <summary>A schema whose types a referenced assembly contains.</summary>
/// <param name="XmlNamespace">The namespace of the schema.</param>
/// <param name="SchemaClass">The full name of its schema class.</param>
/// <param name="Types">Its types, as partial declarations.</param>
/// <param name="Members">The names of the members of its schema class, which include one for each simple type.</param>
internal sealed record ProvidedSchema(string XmlNamespace, string SchemaClass, EquatableArray<DeclarationModel> Types, EquatableArray<string> Members);
