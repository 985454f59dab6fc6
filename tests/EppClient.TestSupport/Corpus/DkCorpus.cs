using Xunit;

namespace EppClient.TestSupport.Corpus;

/// <summary>The messages that the .dk registry published. They are outside of the repository, on some machines only.</summary>
public static class DkCorpus
{
    private const string Absent = "";

    private static readonly string Folder = RepositoryFolder.Combine("..", "shared", "corpus", "dk");

    private static readonly Lazy<List<Row>> Rows = new(ReadIndex);

    /// <summary>The names of the well-formed messages, valid or not; one empty name if the corpus is absent.</summary>
    public static IEnumerable<string> WellFormed => Names(row => row.IsWellFormed);

    /// <summary>The names of the messages that are not well-formed; one empty name if the corpus is absent.</summary>
    public static IEnumerable<string> NotWellFormed => Names(row => !row.IsWellFormed);

    /// <summary>Returns the names of the well-formed messages of some kinds; one empty name if the corpus is absent.</summary>
    public static IEnumerable<string> Of(params MessageKind[] kinds) => Names(row => row.IsWellFormed && kinds.Contains(row.Kind));

    /// <summary>Loads the message of that name; the test is skipped if the corpus is absent.</summary>
    public static CorpusMessage Load(string name)
    {
        SkipIfAbsent();
        return Read(name);
    }

    /// <summary>Loads the messages of these names; the test is skipped if the corpus is absent.</summary>
    public static IEnumerable<CorpusMessage> Load(IEnumerable<string> names)
    {
        SkipIfAbsent();
        return names.Select(Load);
    }

    private static CorpusMessage Read(string name) => new(name, File.ReadAllBytes(Path.Combine(Folder, name)));

    private static void SkipIfAbsent() => Skip.IfNot(Directory.Exists(Folder), "The published messages are not on this machine.");

    private static List<string> Names(Func<Row, bool> choice) =>
        Directory.Exists(Folder) ? [.. Rows.Value.Where(choice).Select(row => row.Name)] : [Absent];

    private static List<Row> ReadIndex() =>
    [
        .. File.ReadLines(Path.Combine(Folder, "INDEX.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length > 6 && cells[1].EndsWith(".xml`", StringComparison.Ordinal))
            .Select(cells => new Row(cells[1].Trim('`'), cells[4] == "yes")),
    ];

    private sealed record Row(string Name, bool IsWellFormed)
    {
        public MessageKind Kind => Read(Name).Kind;
    }
}
