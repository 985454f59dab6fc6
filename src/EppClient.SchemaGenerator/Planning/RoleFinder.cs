using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Finds out from its shape what a schema is for, and which element answers which command.</summary>
internal static class RoleFinder
{
    private static readonly (string Command, string Verb, string? Answer)[] Pairs =
    [
        ("check", "Check", "chkData"),
        ("create", "Create", "creData"),
        ("delete", "Delete", null),
        ("info", "Info", "infData"),
        ("renew", "Renew", "renData"),
        ("transfer", "Transfer", "trnData"),
        ("update", "Update", null),
    ];

    /// <summary>The verb of an element that is named as one, and the element that answers it.</summary>
    public static (string Verb, XmlName? Answer)? CommandOf(ElementModel element, NamespaceModel schema)
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

    /// <summary>The verb on whose command an element rides by its name; null where the name tells none.</summary>
    public static string? VerbOf(string name) => Pairs.FirstOrDefault(p => p.Command == name).Verb;

    /// <summary>Whether an element is named as the answer to a command, so that it does not ride on one.</summary>
    public static bool IsResponse(string name) => name is "delData" or "upData" or "updData" or "panData" || Pairs.Any(p => p.Answer == name);

    /// <summary>Whether the verbs of a schema are commands on objects of its own.</summary>
    public static bool HasCommands(NamespaceModel schema) => schema.Options.Role switch
    {
        SchemaRole.Object => true,
        SchemaRole.Extension => false,
        _ => !HasPlacements(schema) && schema.Elements.Any(e => CommandOf(e, schema) is { Answer: not null }),
    };

    /// <summary>
    /// Whether the elements of a schema ride on the commands of others. A schema with verbs and answers that does not say so,
    /// and whose answers carry no repository identifier, may be either.
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
