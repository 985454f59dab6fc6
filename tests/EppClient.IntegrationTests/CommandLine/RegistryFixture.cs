using System.Globalization;
using EppClient.Dk.Testing;
using EppClient.Testing.Server;
using EppClient.TestSupport.Consoles;

namespace EppClient.IntegrationTests.CommandLine;

/// <summary>The embedded registry with a domain, a contact and hosts, and its certificate in a file.</summary>
public sealed class RegistryFixture : IAsyncLifetime
{
    public const string Domain = "eksempel.dk";
    public const string Contact = "KH1-DK";
    public const string Host = "ns1.example.com";

    private readonly string _folder = Directory.CreateTempSubdirectory("epp-console-").FullName;

    internal DkTestRegistry Registry { get; } = DkTestRegistry.Start(seed: seed => seed
        .Contact(Contact, "Kaj Hansen", contact => contact with { Sponsor = "REG-100001" })
        .Hosts("REG-100001", Host, "ns2.example.com", "ns3.example.com")
        .Domain(Domain, Contact, [Host, "ns2.example.com"]));

    private string CaFile => Path.Combine(_folder, "ca.pem");

    public async Task InitializeAsync() => await File.WriteAllTextAsync(CaFile, Registry.Server.ExportCaPem());

    public async Task DisposeAsync()
    {
        await Registry.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Creates a file with the given content.</summary>
    public string FileOf(string content, string extension = ".xml")
    {
        var path = Path.Combine(_folder, Guid.NewGuid().ToString("N") + extension);
        File.WriteAllText(path, content);
        return path;
    }

    internal Task<Outcome> RunAsync(params string[] args) => RunWithPasswordAsync(Registry.Password, args);

    /// <summary>Runs the program with a user who types an answer.</summary>
    internal Task<Outcome> AnswerAsync(string answer, params string[] args) => ConsoleCall.AnswerAsync(Registry.Password, answer, WithConnection(Registry.Port, CaFile, args));

    /// <summary>Runs the program against another server, as a registry of the RFCs.</summary>
    internal Task<Outcome> RunStandardAsync(EppTestServer server, params string[] args) => ConsoleCall.RunAsync(Registry.Password,
    [
        .. args, "--host", "localhost", "--port", server.Port.ToString(CultureInfo.InvariantCulture), "--user", Registry.User,
        "--password-env", ConsoleProcess.PasswordVariable, "--ca", FileOf(server.ExportCaPem(), ".pem"),
    ]);

    internal Task<Outcome> RunProcessAsync(params string[] args) => RunProcessAsync(Registry.Port, CaFile, Registry.Password, args);

    internal Task<Outcome> RunOnTerminalAsync(string? noColor, params string[] args) =>
        ConsoleProcess.RunOnTerminalAsync(Registry.Password, noColor, WithConnection(Registry.Port, CaFile, args));

    internal Task<Outcome> RunWithPasswordAsync(string? password, params string[] args) => ConsoleCall.RunAsync(password, WithConnection(Registry.Port, CaFile, args));

    internal Task<Outcome> RunProcessAsync(int port, string caFile, string? password, params string[] args) =>
        ConsoleProcess.RunAsync(password, WithConnection(port, caFile, args));

    internal Task<Outcome> InterruptAsync(string awaited, params string[] args) =>
        ConsoleProcess.InterruptAsync(Registry.Password, awaited, WithConnection(Registry.Port, CaFile, args));

    private string[] WithConnection(int port, string caFile, string[] args) =>
    [
        .. args, "--host", Registry.Host, "--port", port.ToString(CultureInfo.InvariantCulture), "--user", Registry.User,
        "--password-env", ConsoleProcess.PasswordVariable, "--ca", caFile, "--profile", "dk",
    ];
}
