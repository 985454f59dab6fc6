using System.Xml.Schema;
using EppClient.SchemaGenerator.Naming;
using EppClient.SchemaGenerator.Sets;

namespace EppClient.SchemaGenerator.Schema;

/// <summary>Converts compiled complex types to models; the compiled form includes inherited content.</summary>
internal sealed class ComplexTypeReader(CompiledSet compiled)
{
    private readonly SimpleTypeReader _simpleTypes = new(compiled);

    private readonly Lazy<GroupNotes> _groups = new(() => new GroupNotes(compiled.Set));

    /// <summary>The base types of other types; an element of such a type can declare a derived one in <c>xsi:type</c>.</summary>
    private readonly Lazy<HashSet<XmlSchemaType>> _derivedFrom = new(() =>
    [
        .. compiled.Set.GlobalTypes.Values.OfType<XmlSchemaComplexType>()
            .Where(t => t is { BaseXmlSchemaType: XmlSchemaComplexType, DerivedBy: XmlSchemaDerivationMethod.Extension })
            .Select(t => t.BaseXmlSchemaType!),
    ]);

    public ComplexTypeModel Read(XmlSchemaComplexType type)
    {
        var content = type.ContentType switch
        {
            XmlSchemaContentType.TextOnly => ContentKind.Simple,
            XmlSchemaContentType.Empty => ContentKind.Empty,
            XmlSchemaContentType.Mixed => ContentKind.Mixed,
            _ => ContentKind.Elements,
        };
        return new ComplexTypeModel(
            type.QualifiedName.IsEmpty ? null : SimpleTypeReader.NameOf(type.QualifiedName),
            content,
            content == ContentKind.Simple ? SimpleContentOf(type) : null,
            AnnotationReader.Read(type.ContentModel?.Content),
            content == ContentKind.Elements ? ReadParticle(type.ContentTypeParticle) : null,
            Attributes(type).ToEquatableArray(),
            type.AttributeWildcard is not null,
            _derivedFrom.Value.Contains(type),
            type.IsAbstract,
            BasesOf(type).ToEquatableArray(),
            AnnotationReader.Read(type),
            compiled.LineOf(type));
    }

    public ElementModel Read(XmlSchemaElement element)
    {
        var isReference = !element.RefName.IsEmpty || element.Parent is XmlSchema;
        var declaration = element.RefName.IsEmpty ? element : (XmlSchemaElement)compiled.Set.GlobalElements[element.RefName];
        var notes = AnnotationReader.Read(element);
        return new ElementModel(
            SimpleTypeReader.NameOf(element.QualifiedName),
            TypeOf(declaration),
            isReference,
            declaration.IsAbstract,
            declaration.IsNillable,
            declaration.FixedValue ?? declaration.DefaultValue,
            notes == Notes.None ? AnnotationReader.Read(declaration) : notes,
            compiled.LineOf(element));
    }

    public TypeReference TypeOf(XmlSchemaType type) => type switch
    {
        { QualifiedName.IsEmpty: false } => new TypeReference(SimpleTypeReader.NameOf(type.QualifiedName), null, null),
        XmlSchemaSimpleType simple => new TypeReference(null, _simpleTypes.Read(simple), null),
        XmlSchemaComplexType complex => new TypeReference(null, null, Read(complex)),
        _ => TypeReference.Any,
    };

    private TypeReference TypeOf(XmlSchemaElement element) =>
        element.SchemaTypeName.IsEmpty && element.SchemaType is null && element.SubstitutionGroup.IsEmpty || element.ElementSchemaType is null
            ? TypeReference.Any
            : TypeOf(element.ElementSchemaType);

    private TypeReference SimpleContentOf(XmlSchemaComplexType type)
    {
        var restriction = type.ContentModel?.Content as XmlSchemaSimpleContentRestriction;
        var inherited = restriction?.BaseType is { } inline
            ? TypeOf(inline)
            : type.BaseXmlSchemaType is XmlSchemaComplexType baseType ? SimpleContentOf(baseType) : TypeOf(type.BaseXmlSchemaType!);
        if (restriction is null || restriction.Facets.Count == 0)
        {
            return inherited;
        }

        var simple = inherited.Simple ?? _simpleTypes.Read(SimpleTypeNamed(inherited.Name!.Value));
        return new TypeReference(null, SimpleTypeReader.Restrict(simple, restriction.Facets), null);
    }

    private XmlSchemaSimpleType SimpleTypeNamed(XmlName name)
    {
        var qualified = new System.Xml.XmlQualifiedName(name.LocalName, name.Namespace);
        return compiled.Set.GlobalTypes[qualified] as XmlSchemaSimpleType ?? XmlSchemaType.GetBuiltInSimpleType(qualified)!;
    }

    private IEnumerable<AttributeModel> Attributes(XmlSchemaComplexType type) => type.AttributeUses.Values
        .Cast<XmlSchemaAttribute>()
        .Where(a => a.Use != XmlSchemaUse.Prohibited)
        .OrderBy(a => a.LineNumber)
        .ThenBy(a => a.LinePosition)
        .Select(a => new AttributeModel(
            SimpleTypeReader.NameOf(a.QualifiedName),
            TypeOf(a.AttributeSchemaType!),
            a.Use == XmlSchemaUse.Required,
            a.FixedValue ?? a.DefaultValue ?? DefaultOf(a.RefName),
            AnnotationReader.Read(a)));

    private string? DefaultOf(System.Xml.XmlQualifiedName reference) =>
        !reference.IsEmpty && compiled.Set.GlobalAttributes[reference] is XmlSchemaAttribute attribute ? attribute.FixedValue ?? attribute.DefaultValue : null;

    private static IEnumerable<XmlName> BasesOf(XmlSchemaComplexType type)
    {
        for (var at = type.BaseXmlSchemaType; at is XmlSchemaComplexType { QualifiedName: { IsEmpty: false, Namespace: not XmlSchema.Namespace } }; at = at.BaseXmlSchemaType)
        {
            yield return SimpleTypeReader.NameOf(at.QualifiedName);
        }
    }

    private ParticleModel? ReadParticle(XmlSchemaParticle particle)
    {
        var (min, max) = (Occurrence(particle.MinOccurs), Occurrence(particle.MaxOccurs));
        return particle switch
        {
            XmlSchemaElement { RefName.IsEmpty: false } reference => ReadReference(reference, min, max),
            XmlSchemaElement { IsAbstract: true } => null,
            XmlSchemaElement element => new ElementParticle(min, max, Read(element)),
            XmlSchemaAny any => new WildcardParticle(min, max, any.ProcessContents == XmlSchemaContentProcessing.Skip, any.Namespace == "##other"),
            XmlSchemaGroupBase group => new GroupParticle(
                min,
                max,
                particle is XmlSchemaChoice,
                group.Items.OfType<XmlSchemaParticle>().Select(ReadParticle).OfType<ParticleModel>().ToEquatableArray(),
                _groups.Value.Of(group))
            {
                IsUnordered = particle is XmlSchemaAll,
            },
            _ => null,
        };
    }

    private static int Occurrence(decimal times) => times > int.MaxValue ? ParticleModel.Unbounded : (int)times;

    /// <summary>Reads a reference to the head of a substitution group as a choice among all possible substitutes.</summary>
    private ParticleModel ReadReference(XmlSchemaElement reference, int min, int max)
    {
        var head = (XmlSchemaElement)compiled.Set.GlobalElements[reference.RefName];
        var substitutes = SubstitutesOf(head).ToList();
        if (substitutes.Count == 0)
        {
            return head.IsAbstract ? new WildcardParticle(min, max, IsSkipped: false, IsOther: false) : new ElementParticle(min, max, Read(reference));
        }

        var all = head.IsAbstract ? substitutes : [head, .. substitutes];
        return new GroupParticle(
            min,
            max,
            IsChoice: true,
            all.Select(e => (ParticleModel)new ElementParticle(1, 1, Read(e))).ToEquatableArray(),
            Notes.None with { Name = Names.WithoutAbstract(Names.Expand(head.Name!)) });
    }

    private IEnumerable<XmlSchemaElement> SubstitutesOf(XmlSchemaElement head) => compiled.Set.GlobalElements.Values
        .Cast<XmlSchemaElement>()
        .Where(e => e.SubstitutionGroup == head.QualifiedName)
        .OrderBy(e => e.QualifiedName.ToString(), StringComparer.Ordinal)
        .SelectMany(e => e.IsAbstract ? SubstitutesOf(e) : SubstitutesOf(e).Prepend(e));
}
