using EppClient.SchemaGenerator.Naming;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>
/// The C# name of a schema: the prefix that it binds to itself, and its version unless that is 1.0. The name depends only on the schema, so that adding another
/// schema or version renames nothing.
/// </summary>
internal sealed class SchemaNames
{
    // Prefixes without meaning that authors commonly use.
    private static readonly HashSet<string> Generic = new(StringComparer.OrdinalIgnoreCase)
    {
        "ext", "extension", "ns", "p", "s", "my", "me", "own", "self", "schema", "target", "this", "tgt", "tn", "tns", "type", "types", "x", "xsd", "xs",
        "params", "xml", "urn", "http:", "https:", "www", "epp", "extensions", "xsi",
    };

    private SchemaNames(string bare, string versioned) => (Bare, Versioned) = (bare, versioned);

    /// <summary>The name without the version.</summary>
    public string Bare { get; }

    /// <summary>The name with the version.</summary>
    public string Versioned { get; }

    public static SchemaNames Of(NamespaceModel model)
    {
        var segments = model.Uri.Split([':', '/', '#'], StringSplitOptions.RemoveEmptyEntries);
        var (name, version) = Split(segments.LastOrDefault() ?? string.Empty);
        var bare = Names.Pascal(IsGeneric(model.Prefix) ? FromUri(name, segments) ?? FileName(model.Path) : model.Prefix);
        var digits = string.Concat(version.Where(char.IsDigit));
        var isPlain = version is "" or "1" or "1.0" || bare.EndsWith(digits, StringComparison.Ordinal);
        var separator = char.IsDigit(bare[bare.Length - 1]) ? "V" : string.Empty;
        return new SchemaNames(bare, isPlain ? bare : bare + separator + digits);
    }

    /// <summary>The owner of a namespace: <c>NicCz</c> of <c>http://www.nic.cz/xml/epp/contact-1.6</c>.</summary>
    public static string AuthorityOf(string uri)
    {
        var start = uri.IndexOf("//", StringComparison.Ordinal);
        var labels = start >= 0
            ? uri.Substring(start + 2).Split('/')[0].Split('.', ':').AsEnumerable()
            : uri.Split(':').Skip(1).TakeWhile(s => !Generic.Contains(s)).Take(2);
        return string.Concat(labels.Where(l => l.Length > 0 && !Generic.Contains(l)).Select(Names.Pascal));
    }

    private static bool IsGeneric(string prefix) =>
        prefix.Length == 0 || Generic.Contains(prefix.TrimEnd("0123456789".ToCharArray())) && prefix != "epp";

    private static string? FromUri(string name, string[] segments) =>
        segments.Take(Math.Max(segments.Length - 1, 0)).Reverse().Prepend(name).FirstOrDefault(s => s.Any(char.IsLetter) && !IsGeneric(s));

    // "fee-0.11" is "fee" in version 0.11.
    private static (string Name, string Version) Split(string segment)
    {
        var start = segment.Length;
        while (start > 0 && (char.IsDigit(segment[start - 1]) || segment[start - 1] == '.'))
        {
            start--;
        }

        var version = segment.Substring(start).Trim('.');
        var isVersion = version.Length > 0 && (start == 0 || segment[start] == '.' || segment[start - 1] is '-' or '_');
        return isVersion ? (segment.Substring(0, start).TrimEnd('-', '_'), version) : (segment, string.Empty);
    }

    // "xyz-1.0.xsd" is named "xyz".
    private static string FileName(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        return Split(name.EndsWith(".xsd", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 4) : name).Name;
    }
}
