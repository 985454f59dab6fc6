using EppClient.SchemaGenerator.Declarations;
using EppClient.SchemaGenerator.Naming;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>The target of the C# of a schema.</summary>
/// <param name="Model">The schema.</param>
/// <param name="ClrNamespace">The namespace of its types.</param>
/// <param name="TypePrefix">The prefix of the names of its types.</param>
/// <param name="SchemaClass">The full name of its schema class.</param>
/// <param name="IsProvided">Whether a referenced assembly contains it.</param>
internal sealed record EmittedSchema(NamespaceModel Model, string ClrNamespace, string TypePrefix, string SchemaClass, bool IsProvided)
{
    /// <summary>The additions of the project's files to a schema of a referenced assembly; null for none.</summary>
    public EmittedSchema? Added { get; init; }

    /// <summary>Whether it only adds to a schema of a referenced assembly.</summary>
    public bool IsAddition { get; init; }

    /// <summary>The schema that has a class in this project.</summary>
    public EmittedSchema? Own => IsProvided ? Added : this;

    /// <summary>The schema class with the descriptor of a simple type.</summary>
    public string ClassOf(XmlName simpleType) =>
        Added is { } added && added.Model.SimpleTypes.Any(t => t.Name == simpleType) ? added.SchemaClass : SchemaClass;

    /// <summary>The schema class as a type.</summary>
    public ClrType ClassType
    {
        get
        {
            var dot = SchemaClass.LastIndexOf('.');
            return new ClrType(dot < 0 ? string.Empty : SchemaClass.Substring(0, dot), SchemaClass.Substring(dot + 1), null, IsProvided);
        }
    }

    public bool EmitsAll => !IsProvided && !Model.IsEmbedded && Model.Options.Emit != EmitMode.Declared;

    public static Dictionary<string, EmittedSchema> CreateAll(
        IReadOnlyList<NamespaceModel> models, IReadOnlyDictionary<string, ProvidedSchema> providedSchemas, SchemaIndex index, string fallbackNamespace)
    {
        var prefixes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var classes = new HashSet<string>(
            models.Where(m => m.Options.SchemaClass is not null).Select(m => Qualify(NamespaceOf(m), m.Options.SchemaClass!)), StringComparer.OrdinalIgnoreCase);

        // If two unrelated schemas have one prefix, that of the IETF keeps it.
        return models
            .OrderBy(m => !m.Uri.StartsWith("urn:ietf:", StringComparison.Ordinal))
            .ThenBy(m => m.Uri, StringComparer.Ordinal)
            .Select(Create)
            .OrderBy(s => s.Model.Uri, StringComparer.Ordinal)
            .ToDictionary(s => s.Model.Uri, StringComparer.Ordinal);

        EmittedSchema Create(NamespaceModel model)
        {
            var (names, place, options) = (SchemaNames.Of(model), NamespaceOf(model), model.Options);
            if (providedSchemas.TryGetValue(model.Uri, out var provided))
            {
                var schema = new EmittedSchema(model, place, options.TypePrefix ?? names.Versioned, provided.SchemaClass, IsProvided: true);
                return Additions.To(provided, model, index) is { } added ? schema with { Added = Addition(added, names, place) } : schema;
            }

            var unique = options.TypePrefix ?? First(names.Versioned, SchemaNames.AuthorityOf(model.Uri), n => prefixes.Add(Qualify(place, n)));
            var schemaClass = options.SchemaClass is { } stated
                ? Qualify(place, stated)
                : Qualify(place, First(ClassOf(names, options, unique), unique, n => classes.Add(Qualify(place, n + "Schema"))) + "Schema");
            return new EmittedSchema(model, place, unique, schemaClass, IsProvided: false);
        }

        EmittedSchema Addition(NamespaceModel added, SchemaNames names, string place)
        {
            var name = added.Options.SchemaClass ?? First(names.Versioned + "Additions", SchemaNames.AuthorityOf(added.Uri), n => classes.Add(Qualify(place, n + "Schema"))) + "Schema";
            return new EmittedSchema(added, place, added.Options.TypePrefix ?? names.Versioned, Qualify(place, name), IsProvided: false) { IsAddition = true };
        }

        string NamespaceOf(NamespaceModel model) => model.Options.ClrNamespace ?? fallbackNamespace;
    }

    // A prefix that only adds the version to the name is used for the class too; another name is not.
    private static string ClassOf(SchemaNames names, SchemaOptions options, string unique)
    {
        if (options.TypePrefix is not { } prefix)
        {
            return unique;
        }

        var isNumbered = prefix.StartsWith(names.Bare, StringComparison.Ordinal) && prefix.Skip(names.Bare.Length).All(c => char.IsDigit(c) || c is 'V' or '_');
        return isNumbered ? prefix : names.Bare;
    }

    private static string Qualify(string place, string name) => place.Length == 0 ? name : $"{place}.{name}";

    private static string First(string preferred, string distinction, Func<string, bool> isFree)
    {
        if (isFree(preferred))
        {
            return preferred;
        }

        var longer = preferred.StartsWith(distinction, StringComparison.Ordinal) ? preferred : Names.Identifier(distinction + preferred);
        for (var number = 1; ; number++)
        {
            var candidate = number == 1 ? longer : longer + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (isFree(candidate))
            {
                return candidate;
            }
        }
    }
}
