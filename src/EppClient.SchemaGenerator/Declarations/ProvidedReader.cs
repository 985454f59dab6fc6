using Microsoft.CodeAnalysis;

namespace EppClient.SchemaGenerator.Declarations;

/// <summary>Reads which schemas the referenced assemblies contain.</summary>
internal static class ProvidedReader
{
    private const string Library = "EppClient";
    private const string ProvidedAttribute = "EppSchemaProvidedAttribute";

    public static EquatableArray<ProvidedSchema> Read(Compilation compilation, CancellationToken cancellationToken)
    {
        var found = new List<ProvidedSchema>();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols.Where(MayProvide))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var attribute in assembly.GetAttributes())
            {
                if (attribute.AttributeClass?.Name == ProvidedAttribute && Read(attribute, assembly) is { } schema)
                {
                    found.Add(schema);
                }
            }
        }

        return found.GroupBy(s => s.XmlNamespace).Select(g => g.First()).OrderBy(s => s.XmlNamespace, StringComparer.Ordinal).ToEquatableArray();
    }

    // This runs after every edit, so it must be cheap for most references.
    private static bool MayProvide(IAssemblySymbol assembly) =>
        assembly.Name == Library || assembly.Modules.First().ReferencedAssemblies.Any(r => r.Name == Library);

    private static ProvidedSchema? Read(AttributeData attribute, IAssemblySymbol assembly)
    {
        var arguments = attribute.ConstructorArguments;
        if (arguments.Length != 3 || arguments[0].Value is not string xmlNamespace || arguments[1].Value is not string schemaClass)
        {
            return null;
        }

        var types = arguments[2].Values
            .Select(v => v.Value is string name ? assembly.GetTypeByMetadataName(name) : null)
            .OfType<INamedTypeSymbol>()
            .Select(ReadType)
            .OfType<DeclarationModel>();
        var members = assembly.GetTypeByMetadataName(schemaClass)?.MemberNames ?? [];
        return new ProvidedSchema(xmlNamespace, schemaClass, types.ToEquatableArray(), members.OrderBy(m => m, StringComparer.Ordinal).ToEquatableArray());
    }

    private static DeclarationModel? ReadType(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            var kind = attribute.AttributeClass?.Name switch
            {
                "EppElementAttribute" => DeclarationKind.Element,
                "EppTypeAttribute" => DeclarationKind.Type,
                _ => (DeclarationKind?)null,
            };
            if (kind is { } known)
            {
                return DeclarationReader.Read(type, attribute, known);
            }
        }

        return null;
    }
}
