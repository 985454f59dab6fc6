namespace EppClient.SchemaGenerator.Emit;

/// <summary>A use of a C# type in a file.</summary>
/// <param name="Namespace">The type's namespace.</param>
/// <param name="Name">The type's name.</param>
/// <param name="Form">Where it stands.</param>
internal sealed record TypeUse(string Namespace, string Name, TypeUseForm Form)
{
    /// <summary>The names that the compiler looks up for it.</summary>
    public IEnumerable<string> LookedUp => Form is TypeUseForm.Attribute ? [Name, Name + "Attribute"] : [Name];
}

/// <summary>Where the use of a type stands, as far as it affects which names hide the type's.</summary>
internal enum TypeUseForm
{
    /// <summary>Where only a type can stand.</summary>
    Type,

    /// <summary>Where a member of the enclosing type can stand, too: before a dot, or in documentation.</summary>
    Expression,

    /// <summary>In brackets, where the suffix of attributes may be left out.</summary>
    Attribute,
}
