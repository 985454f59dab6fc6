using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Determines from its structure what a schema is for, and which element is the response to which command.</summary>
internal static class RoleFinder
{
    private static readonly (string Command, string Verb, string? Response)[] Pairs =
    [
        ("check", "Check", "chkData"),
        ("create", "Create", "creData"),
        ("delete", "Delete", null),
        ("info", "Info", "infData"),
        ("renew", "Renew", "renData"),
        ("transfer", "Transfer", "trnData"),
        ("update", "Update", null),
    ];

    /// <summary>The verb of an element with the name of a command, and the element of its response.</summary>
    public static (string Verb, XmlName? Response)? CommandOf(ElementModel element, NamespaceModel schema)
    {
        foreach (var (command, verb, result) in Pairs)
        {
            if (command == element.Name.LocalName)
            {
                var response = schema.Elements.FirstOrDefault(e => e.Name.LocalName == result);
                return (verb, response?.Name);
            }
        }

        return null;
    }

    /// <summary>The verb whose command an element extends, according to its name; null if the name does not indicate one.</summary>
    public static string? VerbOf(string name) => Pairs.FirstOrDefault(p => p.Command == name).Verb;

    /// <summary>Whether an element has the name of a response, so that it does not extend a command.</summary>
    public static bool IsResponse(string name) => name is "delData" or "upData" or "updData" or "panData" || Pairs.Any(p => p.Response == name);

    /// <summary>Whether the verbs of a schema are commands for its own objects.</summary>
    public static bool HasCommands(NamespaceModel schema) => schema.Options.Role switch
    {
        SchemaRole.Object => true,
        SchemaRole.Extension => false,
        _ => !HasPlacements(schema) && schema.Elements.Any(e => CommandOf(e, schema) is { Response: not null }),
    };

    /// <summary>
    /// Whether the elements of a schema extend the commands of others. A schema with verbs and responses that does not declare it, and whose responses have no
    /// repository identifier, may be either.
    /// </summary>
    public static bool HasExtensions(NamespaceModel schema, SchemaIndex index) => schema.Options.Role switch
    {
        SchemaRole.Object => false,
        SchemaRole.Extension => true,
        _ => HasPlacements(schema) || !HasCommands(schema) || !schema.Elements.Any(e => HasRoid(e, index)),
    };

    public static bool HasPlacements(NamespaceModel schema) => schema.Elements.Any(e => e.Notes.Placements.Count > 0);

    private static bool HasRoid(ElementModel element, SchemaIndex index) =>
        index.Complex(element.Type) is { } type && FlatContent.Of(type).Items.Any(i => i.Element?.Name.LocalName == "roid");
}
