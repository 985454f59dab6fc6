using System.Xml.Schema;

namespace EppClient.Testing.Validation;

/// <summary>A registry's changes to other schemas (schemas/README.md describes the file format).</summary>
/// <param name="Profile">The name of the registry's profile.</param>
/// <param name="Changes">The changes, in the order of the file.</param>
internal sealed record SchemaOverlay(string Profile, IReadOnlyList<SchemaChange> Changes)
{
    /// <summary>Applies the changes to schemas that have not been compiled.</summary>
    /// <exception cref="XmlSchemaException">A schema or one of its parts does not exist.</exception>
    public void Apply(IReadOnlyCollection<XmlSchema> schemas)
    {
        foreach (var change in Changes)
        {
            var schema = schemas.FirstOrDefault(s => s.TargetNamespace == change.Namespace)
                ?? throw new XmlSchemaException($"The overlay changes '{change.Namespace}', which is not in the set.");
            change.Apply(schema);
        }
    }
}
