using System.Xml.Schema;
using EppClient.SchemaGenerator.Naming;

namespace EppClient.SchemaGenerator.Schema;

/// <summary>
/// The annotations of groups in a schema. Compiled content models are copies without annotations and without the names of groups that they refer to; only their
/// positions in the file are kept.
/// </summary>
internal sealed class GroupNotes
{
    private readonly Dictionary<(string? Uri, int Line, int Column), Notes> _notes = [];

    public GroupNotes(XmlSchemaSet set)
    {
        foreach (var item in set.Schemas().Cast<XmlSchema>().SelectMany(s => s.Items.Cast<XmlSchemaObject>()))
        {
            Visit(item);
        }
    }

    public Notes Of(XmlSchemaGroupBase group) => _notes.TryGetValue(KeyOf(group), out var notes) ? notes : Notes.None;

    private static (string? Uri, int Line, int Column) KeyOf(XmlSchemaObject item) => (item.SourceUri, item.LineNumber, item.LinePosition);

    private void Visit(XmlSchemaObject? item)
    {
        switch (item)
        {
            case XmlSchemaElement element:
                Visit(element.SchemaType);
                break;
            case XmlSchemaComplexType type:
                Visit(type.Particle);
                Visit(type.ContentModel?.Content);
                break;
            case XmlSchemaComplexContentExtension extension:
                Visit(extension.Particle);
                break;
            case XmlSchemaComplexContentRestriction restriction:
                Visit(restriction.Particle);
                break;
            case XmlSchemaGroup group:
                Visit(group.Particle);
                break;
            case XmlSchemaGroupRef reference:
                Keep(reference, Notes.None with { Name = Names.Expand(reference.RefName.Name) });
                break;
            case XmlSchemaGroupBase group:
                Keep(group, AnnotationReader.Read(group));
                foreach (var part in group.Items)
                {
                    Visit(part);
                }

                break;
        }
    }

    private void Keep(XmlSchemaObject item, Notes notes)
    {
        if (notes != Notes.None)
        {
            _notes[KeyOf(item)] = notes;
        }
    }
}
