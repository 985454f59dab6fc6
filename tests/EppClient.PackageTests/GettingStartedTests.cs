using System.Text.RegularExpressions;

namespace EppClient.PackageTests;

/// <summary>Follows docs/guide/getting-started.md step by step, with only the SDK and the packages.</summary>
[Collection(PackageGroup.Name)]
public sealed partial class GettingStartedTests(PackedFeed feed) : IDisposable
{
    private static readonly string Page = File.ReadAllText(RepositoryFolder.Combine("docs", "guide", "getting-started.md")).ReplaceLineEndings("\n");

    private readonly ConsumerProject _folder = ConsumerProject.Empty(feed);

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 900_000)]
    public async Task Getting_started_page_registers_a_domain()
    {
        var folder = _folder.Folder;
        var output = string.Empty;
        foreach (var (language, text) in Blocks())
        {
            switch (language)
            {
                case "sh":
                    foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    {
                        (folder, output) = await RunAsync(folder, line);
                    }

                    break;
                case "csharp":
                    await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), text);
                    break;
                case "text":
                    output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                        .Should().Equal(text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
                    break;
                default:
                    throw new InvalidOperationException($"Nobody knows what to do with a block in {language}.");
            }
        }

        folder.Should().EndWith("Shop");
    }

    private static async Task<(string Folder, string Output)> RunAsync(string folder, string line)
    {
        var words = line.Split(' ');
        return words[0] == "cd" ? (Path.Combine(folder, words[1]), string.Empty) : (folder, await Dotnet.RunProgramAsync(words[0], folder, words[1..]));
    }

    private static IEnumerable<(string Language, string Text)> Blocks() => Block.Matches(Page).Select(match => (match.Groups[1].Value, match.Groups[2].Value));

    [GeneratedRegex("^```(\\w+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block { get; }
}
