using System.Xml.Linq;

namespace EppClient.SchemaGenerator.Sets;

/// <summary>
/// Replaces a restriction of complex content by the resulting type: its own particles, and the attributes of its base.
/// </summary>
internal static class RestrictionRelaxer
{
    private const int MaxBases = 50;

    public static bool TryFree(XElement type, SchemaFile file, ComponentTable table)
    {
        var content = type.Element(SchemaFile.Xsd + "complexContent");
        if (content?.Element(SchemaFile.Xsd + "restriction") is not { } restriction || restriction.Attribute("base") is not { } baseName)
        {
            return false;
        }

        var own = restriction.Elements().Where(e => e.Name.LocalName != "annotation").ToList();
        var inherited = Inherited(QName.Resolve(baseName.Value.Trim(), restriction), table, own);
        if (content.Attribute("mixed") is { } mixed)
        {
            type.SetAttributeValue("mixed", mixed.Value);
        }

        // Inherited attributes come before a wildcard, which must be last.
        var wildcards = own.Where(e => e.Name.LocalName == "anyAttribute").ToList();
        own.ForEach(e => e.Remove());
        content.Remove();
        type.Add(own.Except(wildcards).Where(e => e.Attribute("use")?.Value.Trim() != "prohibited"), inherited, wildcards);
        return true;
    }

    private static List<XElement> Inherited(XName? baseName, ComponentTable table, List<XElement> own)
    {
        var known = new HashSet<string>(own.Select(KeyOf), StringComparer.Ordinal);
        var result = new List<XElement>();
        for (var depth = 0; depth < MaxBases && baseName is not null && table.Find(ComponentKind.Type, baseName) is { } found; depth++)
        {
            var derivation = found.Declaration.Elements().Elements().FirstOrDefault(e => e.Name.LocalName is "restriction" or "extension");
            foreach (var attribute in (derivation ?? found.Declaration).Elements().Where(e => e.Name.LocalName is "attribute" or "attributeGroup"))
            {
                if (known.Add(KeyOf(attribute)) && attribute.Attribute("use")?.Value.Trim() != "prohibited")
                {
                    result.Add(Copy(attribute, found.File));
                }
            }

            baseName = derivation?.Attribute("base") is { } next ? QName.Resolve(next.Value.Trim(), derivation) : null;
        }

        return result;
    }

    private static string KeyOf(XElement element) => element.Attribute("ref") is { } reference
        ? $"{element.Name.LocalName} {QName.Resolve(reference.Value.Trim(), element)}"
        : $"{element.Name.LocalName} {element.Attribute("name")?.Value}";

    // A copy has the same meaning in another file: it includes the prefixes and defaults of its own file.
    private static XElement Copy(XElement attribute, SchemaFile file)
    {
        var copy = new XElement(attribute);
        var declarations = attribute.Ancestors().Attributes().Where(a => a.IsNamespaceDeclaration);
        foreach (var declaration in declarations.Where(d => d.Name.LocalName != "xmlns"))
        {
            if (copy.Attribute(declaration.Name) is null)
            {
                copy.SetAttributeValue(declaration.Name, declaration.Value);
            }
        }

        if (copy.Attribute("name") is not null && copy.Attribute("form") is null && file.Root.Attribute("attributeFormDefault") is { } form)
        {
            copy.SetAttributeValue("form", form.Value);
        }

        return copy;
    }
}
