using EppClient.SchemaGenerator.Naming;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Where the C# of a schema goes.</summary>
/// <param name="Model">The schema.</param>
/// <param name="ClrNamespace">The namespace for its types.</param>
/// <param name="TypePrefix">What the names of its types start with.</param>
/// <param name="SchemaClass">The full name of its schema class.</param>
/// <param name="IsProvided">Whether a referenced assembly brings it along.</param>
internal sealed record EmittedSchema(NamespaceModel Model, string ClrNamespace, string TypePrefix, string SchemaClass, bool IsProvided)
{
    /// <summary>The schema class as a type.</summary>
    public ClrType ClassType
    {
        get
        {
            var dot = SchemaClass.LastIndexOf('.');
            return new ClrType(dot < 0 ? string.Empty : SchemaClass.Substring(0, dot), SchemaClass.Substring(dot + 1), null, IsProvided);
        }
    }

    public bool EmitsAll => !IsProvided && !Model.IsEmbedded && Model.Options.Emit != EmitMode.Anchored;

    public static Dictionary<string, EmittedSchema> CreateAll(
        IReadOnlyList<NamespaceModel> models, Dictionary<string, string> providedClasses, string fallbackNamespace)
    {
        var prefixes = models.GroupBy(PrefixOf, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return models.ToDictionary(m => m.Uri, Create, StringComparer.Ordinal);

        EmittedSchema Create(NamespaceModel model)
        {
            // Versions of a schema beside each other have one prefix; the number tells them apart.
            var prefix = PrefixOf(model);
            var readable = prefixes[prefix] == 1 ? prefix : prefix + VersionOf(model);
            var clrNamespace = model.Options.ClrNamespace ?? fallbackNamespace;
            var schemaClass = model.Options.SchemaClass ?? readable + "Schema";
            var provided = providedClasses.TryGetValue(model.Uri, out var known) ? known : null;
            return new EmittedSchema(
                model,
                clrNamespace,
                model.Options.TypePrefix ?? readable,
                provided ?? (clrNamespace.Length == 0 ? schemaClass : $"{clrNamespace}.{schemaClass}"),
                provided is not null);
        }
    }

    private static string PrefixOf(NamespaceModel model) => Names.Pascal(model.Prefix.Length > 0 ? model.Prefix : FileName(model.Path));

    private static string VersionOf(NamespaceModel model) => string.Concat(model.Uri.Substring(model.Uri.LastIndexOfAny([':', '/']) + 1).Where(char.IsDigit));

    // "xyz-1.0.xsd" is known as "xyz".
    private static string FileName(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        var end = name.IndexOfAny(['-', '.']);
        return end > 0 ? name.Substring(0, end) : name;
    }
}
