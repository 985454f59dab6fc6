namespace EppClient.Conformance;

/// <summary>The parsed arguments.</summary>
/// <param name="Schemas">Folders of schemas.</param>
/// <param name="Messages">Folders of messages.</param>
/// <param name="EmitsAll">Whether all of each schema is emitted, even if EppClient has types of it.</param>
/// <param name="WantsHelp">Whether to print the help and nothing else.</param>
internal sealed record CommandLine(IReadOnlyList<string> Schemas, IReadOnlyList<string> Messages, bool EmitsAll, bool WantsHelp)
{
    public const string Help = """
        usage: EppClient.Conformance --schemas DIR [--schemas DIR ...] [--messages DIR ...] [--emit-all]

        Compiles every *.xsd below the folders like a project with EppSchema items, reads every *.xml below the message
        folders into the generated types, writes it back, compares and validates. Nothing is downloaded: imports are
        resolved from the given schemas and the RFC schemas that EppClient contains. If EppClient has types of a
        namespace, they are used, as in a project, together with the additions of the given schemas.

          --schemas DIR    a folder of schemas; several folders are one set
          --messages DIR   a folder of messages, one in each file
          --emit-all       emits types for all of each schema, even if EppClient has them, as with Emit="All" on each item
          --help           this text

        Prints a line for each problem, and at the end:
          schemas compiled X of Y; types N; messages read X of Y; written back equal X of Y

        Exit code: 0 if every schema compiled and every message was written back equal; 1 if not; 2 for wrong usage.
        """;

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="UsageException">The arguments are invalid.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        if (arguments.Any(a => a is "--help" or "-h" or "-?"))
        {
            return new CommandLine([], [], EmitsAll: false, WantsHelp: true);
        }

        var emitsAll = arguments.Contains("--emit-all");
        arguments = [.. arguments.Where(a => a != "--emit-all")];
        var (schemas, messages) = (new List<string>(), new List<string>());
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var folders = arguments[i] switch
            {
                "--schemas" => schemas,
                "--messages" => messages,
                var unknown => throw new UsageException($"Unknown argument '{unknown}'."),
            };
            folders.Add(FolderAt(arguments, i));
        }

        return schemas.Count > 0
            ? new CommandLine(schemas, messages, emitsAll, WantsHelp: false)
            : throw new UsageException("Add at least one --schemas DIR.");
    }

    private static string FolderAt(IReadOnlyList<string> arguments, int option)
    {
        if (option + 1 >= arguments.Count || arguments[option + 1].StartsWith("--", StringComparison.Ordinal))
        {
            throw new UsageException($"{arguments[option]} needs a folder.");
        }

        var folder = arguments[option + 1];
        return Directory.Exists(folder) ? folder : throw new UsageException($"There is no folder '{folder}'.");
    }
}
