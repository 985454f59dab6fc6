using System.Globalization;
using System.Text.RegularExpressions;

namespace EppClient.StressTests.Mutation;

/// <summary>A copy of the committed code, in which all mutants are compiled together.</summary>
internal sealed partial class MutatedCopy(string root)
{
    private const int MostBuilds = 12;
    private const string Runner = "EppClient.StressTests.Mutation.Inserted.TestRunner";

    // A test starts the simulation as a separate process.
    private const string ProgramWithSimulation =
        $"return args is [\"simulate\", .. var settings] ? await {Runner}.RunPartAsync(() => EppClient.StressTests.Simulation.SimulationProgram.RunAsync(settings)) : {Runner}.Run(args);";

    /// <summary>Clones the repository, or updates an earlier copy, which builds faster.</summary>
    public static async Task<MutatedCopy> OpenAsync(string repository, string folder)
    {
        string[][] commands = Directory.Exists(folder)
            ? [["-C", folder, "fetch", "--quiet", repository, "HEAD"], ["-C", folder, "reset", "--quiet", "--hard", "FETCH_HEAD"], ["-C", folder, "clean", "-fdq", "-e", "artifacts"]]
            : [["clone", "--quiet", repository, folder]];
        foreach (var command in commands)
        {
            var git = await Tool.RunAsync(repository, "git", command);
            if (git.ExitCode != 0)
            {
                throw new InvalidOperationException($"The repository could not be copied: {git.Output}");
            }
        }

        return new MutatedCopy(folder);
    }

    /// <summary>Updates one folder to the current commit, and keeps all others unchanged.</summary>
    public async Task UpdateAsync(string repository, string folder)
    {
        await GitAsync("fetch", "--quiet", repository, "HEAD");
        await GitAsync("checkout", "--quiet", "FETCH_HEAD", "--", folder);
    }

    /// <summary>Returns all mutants of the committed files in a folder.</summary>
    public async Task<IReadOnlyList<Mutant>> FindMutantsAsync(string folder)
    {
        List<Mutant> found = [];
        var files = (await GitAsync("ls-files", folder)).Split('\n').Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            found.AddRange(MutantFinder.In(file, await GitAsync("show", "HEAD:" + file)));
        }

        return found;
    }

    /// <summary>Returns those of the mutants that an earlier run compiled.</summary>
    public IReadOnlyList<Mutant> Compiled(IReadOnlyList<Mutant> mutants)
    {
        var texts = mutants.Select(mutant => mutant.File).Distinct().ToDictionary(file => file, Read);
        return [.. mutants.Where(mutant => texts[mutant.File].Contains(MutatedFile.SwitchOf(mutant), StringComparison.Ordinal))];
    }

    /// <summary>Compiles the projects with the mutants, except those that do not compile.</summary>
    /// <returns>The mutants that compile.</returns>
    public async Task<IReadOnlyList<Mutant>> CompileAsync(IReadOnlyList<string> projects, IReadOnlyList<Mutant> mutants)
    {
        Dictionary<string, string> originals = [];
        foreach (var file in mutants.Select(mutant => mutant.File).Distinct())
        {
            originals.Add(file, await GitAsync("show", "HEAD:" + file));
        }

        foreach (var project in projects)
        {
            Insert(project, "MutantSwitch.cs");
        }

        for (var build = 1; build <= MostBuilds; build++)
        {
            var files = mutants.GroupBy(mutant => mutant.File).ToDictionary(file => file.Key, file => new MutatedFile(originals[file.Key], file));
            foreach (var (file, original) in originals)
            {
                Write(file, files.TryGetValue(file, out var mutated) ? mutated.Text : original);
            }

            if (await FirstFailureAsync(projects) is not { } output)
            {
                return mutants;
            }

            var wrong = Errors(output).Where(error => files.ContainsKey(error.File)).SelectMany(error => files[error.File].At(error.Line, error.Column)).ToHashSet();
            if (wrong.Count == 0)
            {
                throw new InvalidOperationException($"The build fails for a reason other than a mutant: {output}");
            }

            mutants = [.. mutants.Where(mutant => !wrong.Contains(mutant))];
        }

        throw new InvalidOperationException($"There are errors after {MostBuilds} builds.");
    }

    /// <summary>Builds a test project with <see cref="Inserted.TestRunner"/> as its program.</summary>
    /// <returns>The path of the program.</returns>
    public async Task<string> BuildTestsAsync(string project)
    {
        Insert(project, "MutantSwitch.cs");
        Insert(project, "TestRunner.cs");
        Write(Path.Combine(project, "Program.cs"), Path.GetFileName(project) == "EppClient.StressTests" ? ProgramWithSimulation : $"return {Runner}.Run(args);");
        var result = await BuildAsync(project, "-p:GenerateProgramFile=false");
        return result.ExitCode == 0
            ? ProgramOf(project)
            : throw new InvalidOperationException($"The tests do not compile: {result.Output}");
    }

    /// <summary>The path of a test project's program.</summary>
    public string ProgramOf(string project) => Path.Combine(root, "artifacts", "bin", Path.GetFileName(project), "release", Path.GetFileName(project) + ".dll");

    /// <summary>Returns the output of the first failed build, or null if all succeed. A failed project also fails the projects that reference it.</summary>
    private async Task<string?> FirstFailureAsync(IReadOnlyList<string> projects)
    {
        foreach (var project in projects)
        {
            if (await BuildAsync(project) is { ExitCode: not 0, Output: var output })
            {
                return output;
            }
        }

        return null;
    }

    private IEnumerable<(string File, int Line, int Column)> Errors(string output) =>
        CompilerError().Matches(output).Select(error => (
            Path.GetRelativePath(root, error.Groups["path"].Value),
            int.Parse(error.Groups["line"].Value, CultureInfo.InvariantCulture),
            int.Parse(error.Groups["column"].Value, CultureInfo.InvariantCulture)));

    private async Task<string> GitAsync(params string[] arguments) =>
        await Tool.RunAsync(root, "git", arguments) is { ExitCode: 0, Output: var output } ? output : throw new InvalidOperationException($"git {string.Join(' ', arguments)} failed.");

    private string Read(string file) => File.ReadAllText(Path.Combine(root, file));

    private Task<Tool> BuildAsync(string project, params string[] settings) =>
        Tool.RunAsync(root, "dotnet", ["build", project, "-c", "Release", "-v", "q", "-nologo", "-clp:ErrorsOnly", "-p:TreatWarningsAsErrors=false", .. settings]);

    private void Insert(string project, string file)
    {
        var path = Path.Combine(project, "Mutation", "Inserted");
        Directory.CreateDirectory(Path.Combine(root, path));
        Write(Path.Combine(path, file), Read(Path.Combine("tests/EppClient.StressTests/Mutation/Inserted", file)));
    }

    // A file that has not changed is not built again.
    private void Write(string file, string text)
    {
        if (!File.Exists(Path.Combine(root, file)) || Read(file) != text)
        {
            File.WriteAllText(Path.Combine(root, file), text);
        }
    }

    [GeneratedRegex(@"^\s*(?<path>[^\s(][^(\n]*\.cs)\((?<line>\d+),(?<column>\d+)\): error CS", RegexOptions.Multiline)]
    private static partial Regex CompilerError();
}
