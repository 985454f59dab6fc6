namespace EppClient.SchemaGenerator.Emit;

/// <summary>A use of a C# type in a file.</summary>
/// <param name="Namespace">The namespace of the type.</param>
/// <param name="Name">The name of the type.</param>
/// <param name="Form">The context in which it is used.</param>
internal sealed record TypeUse(string Namespace, string Name, TypeUseForm Form)
{
    /// <summary>The names that the compiler looks up for it.</summary>
    public IEnumerable<string> LookedUp => Form is TypeUseForm.Attribute ? [Name, Name + "Attribute"] : [Name];
}

/// <summary>The context in which a type is used, which determines which names can hide it.</summary>
internal enum TypeUseForm
{
    /// <summary>A context in which only a type is allowed.</summary>
    Type,

    /// <summary>A context in which a member of the enclosing type is allowed too: before a dot, or in documentation.</summary>
    Expression,

    /// <summary>An attribute, whose suffix can be omitted.</summary>
    Attribute,
}
