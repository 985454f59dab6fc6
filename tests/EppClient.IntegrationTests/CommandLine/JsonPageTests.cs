using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using EppClient.Dk.Testing;
using EppClient.TestSupport.Consoles;
using FluentAssertions.Execution;

namespace EppClient.IntegrationTests.CommandLine;

/// <summary>The JSON examples of docs/guide/console.md, run one after the other: each document has the members that the page shows.</summary>
public sealed partial class JsonPageTests : IAsyncLifetime
{
    private static readonly string[] Hosts = ["ns1.example.net", "ns2.example.net"];

    private readonly string _folder = Directory.CreateTempSubdirectory("epp-json-").FullName;
    private readonly string _tokenVariable = $"EPP_TOKEN_{Guid.NewGuid():N}";
    private DkTestRegistry _dk = null!;

    public async Task InitializeAsync()
    {
        _dk = DkTestRegistry.Start(seed: seed => seed
            .Contact("KAJ1-DK", "Kaj Hansen", contact => contact with { Sponsor = "REG-100001" })
            .Contact("BN1-DK", "Bo Nielsen")
            .Hosts("REG-100001", Hosts)
            .Domain("eksempel.dk", "KAJ1-DK", Hosts, domain => domain with { Expires = domain.Created.AddDays(20) })
            .Domain("deres.dk", "BN1-DK", Hosts));
        await File.WriteAllTextAsync(Path.Combine(_folder, "ca.pem"), _dk.Server.ExportCaPem());
        Environment.SetEnvironmentVariable(_tokenVariable, _dk.Registry.Person("BN1-DK").CreateTransferToken("deres.dk"));
    }

    public async Task DisposeAsync()
    {
        Environment.SetEnvironmentVariable(_tokenVariable, null);
        await _dk.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact(Timeout = 120_000)]
    public async Task Each_verb_prints_the_members_that_the_page_shows()
    {
        var page = await File.ReadAllTextAsync(RepositoryFolder.Combine("docs", "guide", "console.md"));
        var examples = Example().Matches(page);
        examples.Count.Should().BeGreaterThan(14);
        using var all = new AssertionScope();
        foreach (Match example in examples)
        {
            var command = example.Groups["command"].Value;
            var outcome = await RunAsync(command);

            var shown = Documents(example.Groups["json"].Value).Select(Members);
            outcome.Documents.Select(Members).Should().Equal(shown, "{0} printed\n{1}", command, outcome.Output + outcome.Error);
        }
    }

    private static List<JsonElement> Documents(string json)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json), new JsonReaderOptions { AllowMultipleValues = true });
        List<JsonElement> documents = [];
        while (reader.Read())
        {
            documents.Add(JsonElement.ParseValue(ref reader));
        }

        return documents;
    }

    private static string Members(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(", ", element.EnumerateObject().Select(member => member.Name + Members(member.Value)))}}}",
        JsonValueKind.Array when element.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } first => $"[{Members(first)}]",
        _ => string.Empty,
    };

    private async Task<Outcome> RunAsync(string command)
    {
        // The application and the deletion of the examples before are decided.
        _dk.Registry.RunPendingJobs();
        _dk.Registry.Advance(TimeSpan.FromMinutes(1));
        string[] args =
        [
            .. System.CommandLine.Parsing.CommandLineParser.SplitCommandLine(command).Select(arg => arg == "TOKEN" ? _tokenVariable : arg == "NOW" ? _dk.Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) : arg),
            "--host", _dk.Host, "--port", _dk.Port.ToString(CultureInfo.InvariantCulture), "--user", _dk.User,
            "--password-env", ConsoleProcess.PasswordVariable, "--ca", Path.Combine(_folder, "ca.pem"), "--profile", "dk",
        ];
        return await ConsoleCall.RunAsync(_dk.Password, args);
    }

    [GeneratedRegex(@"`epp (?<command>[^`]* --json[^`]*)`[^\n]*\n\n```json\n(?<json>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
