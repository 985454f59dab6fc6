using System.Collections;
using System.Diagnostics;

namespace EppClient.Tests.Schemas;

/// <summary>The program that compares sets of schemas, built once from a copy of its sources.</summary>
public sealed class SchemaCompareTool : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("schema-compare-");

    private string Output => Path.Combine(_folder.FullName, "out");

    public async Task InitializeAsync()
    {
        if (!Directory.Exists(Repository.SchemaCompare))
        {
            return;
        }

        foreach (var source in Directory.EnumerateFiles(Repository.SchemaCompare).Where(f => Path.GetExtension(f) is ".cs" or ".csproj"))
        {
            File.Copy(source, Path.Combine(_folder.FullName, Path.GetFileName(source)));
        }

        // Empty files end the search for settings in parent folders.
        foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            await File.WriteAllTextAsync(Path.Combine(_folder.FullName, name), "<Project />");
        }

        var build = await RunAsync("build", "-c", "Release", "-o", Output, "--nologo", "--disable-build-servers", "-p:UseAppHost=false");
        build.ExitCode.Should().Be(0, build.Output);
    }

    /// <summary>Runs the comparison and returns what it prints.</summary>
    public Task<ToolResult> CompareAsync(string ours, string official, IEnumerable<string> namespaces, params string[] options) => RunAsync(
    [
        Path.Combine(Output, "schema-compare.dll"), "--quiet", "--ours", ours, "--official", official,
        .. namespaces.SelectMany(n => new[] { "--namespace", n }), .. options,
    ]);

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    private async Task<ToolResult> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The environment variables of the test run's MSBuild would affect this build.
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable.Key is string name && name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
            {
                start.Environment.Remove(name);
            }
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ToolResult(process.ExitCode, await output + await errors);
    }
}
