using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using EppClient.Extensions.Hosting;

namespace EppClient.IntegrationTests.Hosting;

/// <summary>Creates the JSON schema of the settings from their types and the documentation of their members.</summary>
internal static partial class SettingsSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, XElement> Documentation = XDocument
        .Load(Path.ChangeExtension(typeof(EppClientSettings).Assembly.Location, ".xml")).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);

    public static string Create() => new JsonObject
    {
        ["definitions"] = new JsonObject
        {
            ["logLevel"] = new JsonObject { ["properties"] = new JsonObject { ["EppClient"] = new JsonObject { ["$ref"] = "#/definitions/logLevelThreshold" } } },
        },
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["Epp"] = new JsonObject
            {
                ["type"] = "object",
                ["description"] = "The accounts at registries, under names of your choice.",
                ["additionalProperties"] = Of(typeof(EppClientSettings)),
            },
        },
    }.ToJsonString(Indented) + "\n";

    private static JsonObject Of(Type type) =>
        type == typeof(string) ? new JsonObject { ["type"] = "string" }
        : type == typeof(IList<string>) ? new JsonObject { ["type"] = "array", ["items"] = Of(typeof(string)) }
        : (Nullable.GetUnderlyingType(type) ?? type) is { IsValueType: true } value ? OfValue(value)
        : OfObject(type);

    private static JsonObject OfValue(Type type) =>
        type == typeof(int) ? new JsonObject { ["type"] = "integer" }
        : type == typeof(bool) ? new JsonObject { ["type"] = "boolean" }
        : type == typeof(TimeSpan) ? new JsonObject { ["type"] = "string", ["pattern"] = @"^(\d+\.)?\d{1,2}:\d{2}(:\d{2}(\.\d{1,7})?)?$" }
        : type.IsEnum ? new JsonObject { ["enum"] = new JsonArray([.. Enum.GetNames(type).Select(name => (JsonNode)name)]) }
        : throw new NotSupportedException($"The schema of {type} is not known: add it here.");

    private static JsonObject OfObject(Type type)
    {
        var properties = new JsonObject();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(property => property.MetadataToken))
        {
            var schema = Of(property.PropertyType);
            schema["description"] = DescriptionOf(property);
            properties[property.Name] = schema;
        }

        // Unknown names are errors at the start of the host.
        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
    }

    private static string DescriptionOf(PropertyInfo property)
    {
        var summary = Documentation[string.Create(CultureInfo.InvariantCulture, $"P:{property.DeclaringType!.FullName}.{property.Name}")].Element("summary")!;
        return Blanks().Replace(string.Concat(summary.Nodes().Select(TextOf)), " ").Trim();
    }

    private static string TextOf(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } reference => NameOf(reference.Attribute("cref")!.Value),
        XElement element => element.Value,
        _ => string.Empty,
    };

    // A setting is known by its name; an option of the library by that of its type, too.
    private static string NameOf(string reference)
    {
        var name = Reference().Match(reference).Value;
        return reference.Contains("Settings.", StringComparison.Ordinal) || reference.Contains($".{nameof(EppWarmUp)}.", StringComparison.Ordinal) ? name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..] : name;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    // The last name of "P:EppClient.EppOptions.Port" with that of its type; a type has one name only.
    [GeneratedRegex(@"(?<=^T:(\w+\.)*)\w+$|(?<=^[PMF]:(\w+\.)*)\w+\.\w+(?=$|\()")]
    private static partial Regex Reference();
}
