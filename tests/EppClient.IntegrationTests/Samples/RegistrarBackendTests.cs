using Microsoft.Data.Sqlite;

namespace EppClient.IntegrationTests.Samples;

public sealed class RegistrarBackendTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("epp-backend-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableFact(Timeout = 60_000)]
    public async Task Decision_is_received_by_message_and_recorded_once()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such signals.");
        var database = Path.Combine(_folder, "registrar.db");
        using var sample = SampleProcess.Start("RegistrarBackend", arguments: ["--Database", database]);

        var output = await sample.ReadUntilAsync("The application for nyt.dk was decided", " is Healthy");
        await sample.TerminateAsync();
        var (code, _) = await sample.EndAsync();

        output.Should().Contain("The application for nyt.dk was decided: Activated");
        code.Should().Be(0);
        (await DecisionsAsync(database)).Should().Equal("nyt.dk Activated");
    }

    private static async Task<List<string>> DecisionsAsync(string path)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT domain, outcome FROM decision";
        await using var reader = await command.ExecuteReaderAsync();
        List<string> decisions = [];
        while (await reader.ReadAsync())
        {
            decisions.Add($"{reader.GetString(0)} {reader.GetString(1)}");
        }

        return decisions;
    }
}
