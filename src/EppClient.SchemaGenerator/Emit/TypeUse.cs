namespace EppClient.SchemaGenerator.Emit;

/// <summary>A use of a C# type in a file.</summary>
/// <param name="Namespace">The type's namespace.</param>
/// <param name="Name">The type's name.</param>
/// <param name="Form">The kind of place where it is used.</param>
internal sealed record TypeUse(string Namespace, string Name, TypeUseForm Form)
{
    /// <summary>The names that the compiler looks up for it.</summary>
    public IEnumerable<string> LookedUp => Form is TypeUseForm.Attribute ? [Name, Name + "Attribute"] : [Name];
}

/// <summary>The kind of place where a type is used, which decides which names can hide it.</summary>
internal enum TypeUseForm
{
    /// <summary>A place where only a type is allowed.</summary>
    Type,

    /// <summary>A place where a member of the enclosing type is allowed too: before a dot, or in documentation.</summary>
    Expression,

    /// <summary>In brackets, where the suffix of attributes may be left out.</summary>
    Attribute,
}
