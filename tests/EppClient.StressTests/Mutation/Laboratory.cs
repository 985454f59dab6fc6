using System.Diagnostics;

namespace EppClient.StressTests.Mutation;

/// <summary>A copy of the repository in which mistakes are made, and the tests that have to find them.</summary>
internal sealed class Laboratory(string root)
{
    private const int TookTooLong = -1;

    // Those of the library alone, then with the registry. What neither finds, survives.
    private static readonly (string Project, string Filter)[] Tests =
    [
        ("tests/EppClient.Tests", "FullyQualifiedName~EppClient"),
        ("tests/EppClient.IntegrationTests", "FullyQualifiedName!~RandomCut&FullyQualifiedName!~KilledProcess"),
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public string Root => root;

    /// <summary>Copies what is committed, and sees that its tests pass.</summary>
    public static async Task<Laboratory> OpenAsync(string repository, string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        if (await RunAsync(repository, "git", "clone", "--quiet", repository, folder) != 0)
        {
            throw new InvalidOperationException("The repository could not be cloned.");
        }

        var laboratory = new Laboratory(folder);
        var untouched = await laboratory.TestAsync();
        return untouched == Verdict.Survived ? laboratory : throw new InvalidOperationException($"Without any mistake the outcome has to be {Verdict.Survived}, and was {untouched}.");
    }

    public async Task<Verdict> TryAsync(Mutant mutant)
    {
        var path = Path.Combine(root, mutant.File);
        var text = await File.ReadAllTextAsync(path);
        await File.WriteAllTextAsync(path, mutant.In(text));
        try
        {
            return await TestAsync();
        }
        finally
        {
            await File.WriteAllTextAsync(path, text);
        }
    }

    private async Task<Verdict> TestAsync()
    {
        foreach (var (project, filter) in Tests)
        {
            if (await RunAsync(root, "dotnet", "build", project, "-v", "q", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false") != 0)
            {
                return Verdict.DoesNotCompile;
            }

            if (await RunAsync(root, "dotnet", "test", project, "--no-build", "-v", "q", "--filter", filter) is not 0 and var code)
            {
                return code == TookTooLong ? Verdict.TookTooLong : Verdict.Found;
            }
        }

        return Verdict.Survived;
    }

    private static async Task<int> RunAsync(string folder, string program, params IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return TookTooLong;
        }

        await output;
        return process.ExitCode;
    }
}
