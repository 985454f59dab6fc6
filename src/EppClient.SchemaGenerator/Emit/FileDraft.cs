using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>An emitted file with unresolved references to types.</summary>
/// <param name="HintName">The name of the file.</param>
/// <param name="Namespace">The C# namespace.</param>
/// <param name="TypeName">The type that it declares.</param>
/// <param name="AssemblyAttribute">An attribute of the assembly; empty for none.</param>
/// <param name="Body">The content of the namespace.</param>
/// <param name="Uses">The types that are used in the namespace.</param>
/// <param name="AssemblyUses">The types that are used outside of the namespace.</param>
/// <param name="MemberNames">The names of the type's members.</param>
/// <param name="NestedTypes">The names of the nested types.</param>
internal sealed record FileDraft(
    string HintName,
    string Namespace,
    string TypeName,
    string AssemblyAttribute,
    string Body,
    EquatableArray<TypeUse> Uses,
    EquatableArray<TypeUse> AssemblyUses,
    EquatableArray<string> MemberNames,
    EquatableArray<string> NestedTypes)
{
    public static FileDraft Of(FilePlan plan, string assemblyAttribute, string body) => new(
        plan.HintName,
        plan.Header.Namespace,
        plan.Header.Name,
        assemblyAttribute,
        body,
        MarkedText.Uses(body),
        MarkedText.Uses(assemblyAttribute),
        plan.GetMemberNames().Concat(plan.Header.DeclaredNames).Distinct().OrderBy(n => n, StringComparer.Ordinal).ToEquatableArray(),
        plan.Header.DeclaredTypes);
}
