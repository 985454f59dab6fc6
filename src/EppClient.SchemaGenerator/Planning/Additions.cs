using EppClient.SchemaGenerator.Declarations;
using EppClient.SchemaGenerator.Naming;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>
/// The additions of a project's files to a namespace whose types a referenced assembly contains. Registries publish files that include a schema of the IETF and
/// add global elements to its namespace, which their own extensions refer to.
/// </summary>
internal static class Additions
{
    /// <summary>The namespace with the additions only; null if there are none.</summary>
    /// <param name="provided">The content of the assembly.</param>
    /// <param name="model">The namespace in the project.</param>
    /// <param name="index">All namespaces.</param>
    public static NamespaceModel? To(ProvidedSchema provided, NamespaceModel model, SchemaIndex index)
    {
        if (model.IsEmbedded)
        {
            return null;
        }

        var records = new HashSet<string>(provided.Types.Where(t => t.Kind == DeclarationKind.Element).Select(t => t.XmlName), StringComparer.Ordinal);
        var original = EmbeddedSchemas.ElementsOf(model.Uri);
        var added = model with
        {
            Elements = model.Elements.Where(e => !records.Contains(e.Name.LocalName) && IsAdded(e)).ToEquatableArray(),
            SimpleTypes = model.SimpleTypes.Where(t => !provided.Members.Contains(Names.Expand(t.Name!.Value.LocalName))).ToEquatableArray(),
        };
        return added.Elements.Count + added.SimpleTypes.Count > 0 ? added : null;

        // The assembly may omit elements of a schema of the RFCs; of any other schema it has all elements that have a record.
        bool IsAdded(ElementModel element) => original?.Contains(element.Name.LocalName) is false
            || (original is null && (element.Type == TypeReference.Any || index.Complex(element.Type) is not null));
    }
}
