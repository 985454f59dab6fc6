using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EppClient.SchemaGenerator.Declarations;

/// <summary>Reads partial declarations from the project's own code.</summary>
internal static class DeclarationReader
{
    public static LocatedDeclaration? Read(GeneratorAttributeSyntaxContext context, DeclarationKind kind)
    {
        if (context.TargetSymbol is not INamedTypeSymbol type || Read(type, context.Attributes[0], kind) is not { } declaration)
        {
            return null;
        }

        var location = (context.TargetNode as TypeDeclarationSyntax)?.Identifier.GetLocation() ?? context.TargetNode.GetLocation();
        var (span, lines) = (location.SourceSpan, location.GetLineSpan());
        return new LocatedDeclaration(
            declaration,
            lines.Path,
            span.Start,
            span.Length,
            lines.StartLinePosition.Line,
            lines.StartLinePosition.Character,
            lines.EndLinePosition.Line,
            lines.EndLinePosition.Character);
    }

    /// <summary>Reads the partial declaration of a type with an attribute; null if the attribute's arguments do not compile.</summary>
    public static DeclarationModel? Read(INamedTypeSymbol type, AttributeData attribute, DeclarationKind kind)
    {
        var arguments = attribute.ConstructorArguments;
        if (arguments.Length != 2 || arguments[0].Value is not string xmlNamespace || arguments[1].Value is not string xmlName)
        {
            return null;
        }

        var isOwn = type.DeclaringSyntaxReferences.Length > 0;
        var constructors = type.InstanceConstructors.Where(c => isOwn && !c.IsImplicitlyDeclared);
        return new DeclarationModel(
            kind,
            xmlNamespace,
            xmlName,
            attribute.NamedArguments.Any(a => a is { Key: "Response", Value.Value: true }),
            type.ContainingNamespace.IsGlobalNamespace ? string.Empty : type.ContainingNamespace.ToDisplayString(),
            type.Name,
            type.IsRecord && type.ContainingType is null,
            type.TypeKind == TypeKind.Struct,
            type.DeclaredAccessibility == Accessibility.Public,
            isOwn && !string.IsNullOrEmpty(type.GetDocumentationCommentXml()),
            isOwn && type.Interfaces.Any(i => i is { Name: "IEppExtension", IsGenericType: true }),
            isOwn ? type.GetMembers().OfType<IPropertySymbol>().Where(p => !p.IsImplicitlyDeclared).Select(p => p.Name).ToEquatableArray() : [],
            constructors.Select(c => c.Parameters.Length).Distinct().ToEquatableArray())
        {
            DeclaredNames = isOwn ? type.MemberNames.Where(n => char.IsUpper(n[0])).OrderBy(n => n, StringComparer.Ordinal).ToEquatableArray() : [],
            DeclaredTypes = isOwn ? type.GetTypeMembers().Select(t => t.Name).OrderBy(n => n, StringComparer.Ordinal).ToEquatableArray() : [],
        };
    }
}
