using System.Globalization;
using System.Xml.Schema;

namespace EppClient.Testing.Validation;

/// <summary>One change that an overlay makes to a global type.</summary>
/// <param name="Namespace">The namespace of the schema.</param>
/// <param name="TypeName">The name of the type.</param>
internal abstract record SchemaChange(string Namespace, string TypeName)
{
    /// <summary>Changes the type in a schema that has not been compiled.</summary>
    /// <exception cref="XmlSchemaException">The schema does not have the part to change.</exception>
    public abstract void Apply(XmlSchema schema);

    protected TType Find<TType>(XmlSchema schema)
        where TType : XmlSchemaType
        => schema.Items.OfType<TType>().FirstOrDefault(t => t.Name == TypeName) ?? throw Misfit("is not a type of this kind");

    protected XmlSchemaException Misfit(string reason) => new($"The overlay does not fit: '{TypeName}' of '{Namespace}' {reason}.");
}

/// <summary>Changes the length limits of a text.</summary>
internal sealed record LengthChange(string Namespace, string TypeName, int? MinLength, int? MaxLength) : SchemaChange(Namespace, TypeName)
{
    public override void Apply(XmlSchema schema)
    {
        var facets = (Find<XmlSchemaSimpleType>(schema).Content as XmlSchemaSimpleTypeRestriction)?.Facets ?? throw Misfit("is not a restriction");
        Set(facets, MinLength, static () => new XmlSchemaMinLengthFacet());
        Set(facets, MaxLength, static () => new XmlSchemaMaxLengthFacet());
    }

    private static void Set<TFacet>(XmlSchemaObjectCollection facets, int? length, Func<TFacet> create)
        where TFacet : XmlSchemaNumericFacet
    {
        if (length is null)
        {
            return;
        }

        var facet = facets.OfType<TFacet>().FirstOrDefault();
        if (facet is null)
        {
            facet = create();
            facets.Add(facet);
        }

        facet.Value = length.Value.ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>Changes the pattern of a text; an empty pattern removes it.</summary>
internal sealed record PatternChange(string Namespace, string TypeName, string Pattern) : SchemaChange(Namespace, TypeName)
{
    public override void Apply(XmlSchema schema)
    {
        var facets = (Find<XmlSchemaSimpleType>(schema).Content as XmlSchemaSimpleTypeRestriction)?.Facets ?? throw Misfit("is not a restriction");
        foreach (var facet in facets.OfType<XmlSchemaPatternFacet>().ToList())
        {
            facets.Remove(facet);
        }

        if (Pattern.Length > 0)
        {
            facets.Add(new XmlSchemaPatternFacet { Value = Pattern });
        }
    }
}

/// <summary>Adds a value to a list of values.</summary>
internal sealed record ValueAddition(string Namespace, string TypeName, string Value) : SchemaChange(Namespace, TypeName)
{
    public override void Apply(XmlSchema schema)
    {
        var facets = (Find<XmlSchemaSimpleType>(schema).Content as XmlSchemaSimpleTypeRestriction)?.Facets;
        _ = facets?.OfType<XmlSchemaEnumerationFacet>().FirstOrDefault() ?? throw Misfit("has no list of values");
        facets!.Add(new XmlSchemaEnumerationFacet { Value = Value });
    }
}

/// <summary>Removes a value from a list of values.</summary>
internal sealed record ValueRemoval(string Namespace, string TypeName, string Value) : SchemaChange(Namespace, TypeName)
{
    public override void Apply(XmlSchema schema)
    {
        var facets = (Find<XmlSchemaSimpleType>(schema).Content as XmlSchemaSimpleTypeRestriction)?.Facets;
        var facet = facets?.OfType<XmlSchemaEnumerationFacet>().FirstOrDefault(f => f.Value == Value) ?? throw Misfit($"does not list '{Value}'");
        facets!.Remove(facet);
    }
}

/// <summary>Makes a required element optional.</summary>
internal sealed record OptionalElement(string Namespace, string TypeName, string ElementName) : SchemaChange(Namespace, TypeName)
{
    public override void Apply(XmlSchema schema)
    {
        var elements = SchemaParticles.Of(Find<XmlSchemaComplexType>(schema)).OfType<XmlSchemaElement>();
        var element = elements.FirstOrDefault(e => e.Name == ElementName) ?? throw Misfit($"has no element '{ElementName}'");
        element.MinOccurs = decimal.Zero;
    }
}
