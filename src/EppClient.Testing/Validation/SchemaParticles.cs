using System.Xml.Schema;

namespace EppClient.Testing.Validation;

/// <summary>Inspects the content models of schemas that have not been compiled.</summary>
internal static class SchemaParticles
{
    /// <summary>Gets all particles of a type at any depth of sequences and choices, including those that it adds to a base type.</summary>
    public static IEnumerable<XmlSchemaParticle> Of(XmlSchemaComplexType type) => type.ContentModel?.Content switch
    {
        XmlSchemaComplexContentExtension extension => Below(extension.Particle),
        XmlSchemaComplexContentRestriction restriction => Below(restriction.Particle),
        _ => Below(type.Particle),
    };

    /// <summary>Makes the wildcards of the schema's global types accept undeclared elements.</summary>
    public static void RelaxWildcards(XmlSchema schema)
    {
        var wildcards = schema.Items.OfType<XmlSchemaComplexType>().SelectMany(Of).OfType<XmlSchemaAny>();
        foreach (var wildcard in wildcards.Where(w => w.ProcessContents is XmlSchemaContentProcessing.None or XmlSchemaContentProcessing.Strict))
        {
            wildcard.ProcessContents = XmlSchemaContentProcessing.Lax;
        }
    }

    private static IEnumerable<XmlSchemaParticle> Below(XmlSchemaParticle? particle)
    {
        if (particle is null)
        {
            yield break;
        }

        yield return particle;
        if (particle is XmlSchemaGroupBase group)
        {
            foreach (var inner in group.Items.OfType<XmlSchemaParticle>().SelectMany(Below))
            {
                yield return inner;
            }
        }
    }
}
