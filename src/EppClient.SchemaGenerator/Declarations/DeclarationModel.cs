namespace EppClient.SchemaGenerator.Declarations;

/// <summary>What an anchor stands for.</summary>
internal enum DeclarationKind
{
    Element,
    Type,
    Group,
}

/// <summary>A hand-written partial type that names a component of a schema.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="XmlNamespace">The schema.</param>
/// <param name="XmlName">The element or type; for a group the command.</param>
/// <param name="IsResponse">For a group: whether it comes with the response.</param>
/// <param name="ClrNamespace">The namespace of the C# type.</param>
/// <param name="ClrName">The name of the C# type.</param>
/// <param name="IsRecord">Whether it is a record, of either kind, that is not nested.</param>
/// <param name="IsStruct">Whether it is a struct.</param>
/// <param name="IsPublic">Whether it is public.</param>
/// <param name="IsDocumented">Whether it has a documentation comment of its own.</param>
/// <param name="DeclaresExtension">Whether it says itself which commands it extends.</param>
/// <param name="DeclaredMembers">The names of the properties that it declares by hand.</param>
/// <param name="ConstructorLengths">The numbers of parameters of the constructors that it declares by hand.</param>
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
    /// <summary>The names of all members that it declares by hand and that a type could have too.</summary>
    public EquatableArray<string> DeclaredNames { get; init; }

    /// <summary>The names of the types that it declares by hand.</summary>
    public EquatableArray<string> DeclaredTypes { get; init; }

    /// <summary>Whether it declares constructors, but none without parameters.</summary>
    public bool NeedsDefaultConstructor => ConstructorLengths.Count > 0 && !ConstructorLengths.Contains(0);

    public string FullName => ClrNamespace.Length == 0 ? ClrName : $"{ClrNamespace}.{ClrName}";
}

/// <summary>An anchor with its place, for diagnostics only: places change when nothing else does.</summary>
internal sealed record LocatedDeclaration(DeclarationModel Declaration, string Path, int Start, int Length, int Line, int Column, int EndLine, int EndColumn);

/// <summary>A schema whose types a referenced assembly brings along.</summary>
/// <param name="XmlNamespace">The schema.</param>
/// <param name="SchemaClass">The full name of its schema class.</param>
/// <param name="Types">Its types, as anchors.</param>
/// <param name="Members">The names of the members of its schema class: one for each simple type, among others.</param>
internal sealed record ProvidedSchema(string XmlNamespace, string SchemaClass, EquatableArray<DeclarationModel> Types, EquatableArray<string> Members);
