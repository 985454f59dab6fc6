using System.CommandLine;
using System.Xml;
using EppConsole.Connecting;
using EppConsole.Output;

namespace EppConsole.Verbs;

/// <summary>
/// Lists the schemas that this program supports. Schemas become code when a program is built, and none is loaded here. For a folder, it shows which
/// of its namespaces are typed, and which need raw or your own program (docs/guide/add-your-registry.md).
/// </summary>
internal static class SchemasVerb
{
    // The envelope, and the types that all schemas share.
    private static readonly string[] Core = ["urn:ietf:params:xml:ns:epp-1.0", "urn:ietf:params:xml:ns:eppcom-1.0"];

    public static Command Create(VerbRunner runner)
    {
        var folder = new Option<string?>("--schemas") { Description = "A folder of a registry's schemas: show which of them this program supports", HelpName = "DIR" };
        var schemas = new Command("schemas", "List the namespaces that this program supports") { folder };
        schemas.SetAction(runner.Local((parsed, profile, print, _) =>
        {
            var known = profile.Schemas.Select(schema => schema.NamespaceUri).Concat(Core).Concat(profile.OlderVersions.Select(version => version.NamespaceUri)).Distinct(StringComparer.Ordinal).ToList();
            print.PrintTable(parsed.GetValue(folder) is { } path
                ? Published(path).Select(file => Row(file.Namespace, known.Contains(file.Namespace), file.File))
                : known.Order(StringComparer.Ordinal).Select(uri => Row(uri, isKnown: true, file: null)));
            return Task.CompletedTask;
        }));
        return schemas;
    }

    private static IReadOnlyList<Field> Row(string uri, bool isKnown, string? file) =>
        file is null ? [new("namespace", uri)] : [new("namespace", uri), new("typed", isKnown), new("file", file)];

    private static IEnumerable<(string Namespace, string File)> Published(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"--schemas: the folder {folder} does not exist.");
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*.xsd", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (NamespaceOf(file) is { } uri)
            {
                yield return (uri, Path.GetRelativePath(folder, file));
            }
        }
    }

    private static string? NamespaceOf(string file)
    {
        try
        {
            using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            reader.MoveToContent();
            return reader.GetAttribute("targetNamespace");
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file}: {e.Message}", e);
        }
    }
}
