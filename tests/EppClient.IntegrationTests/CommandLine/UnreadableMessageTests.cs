using System.Text;
using EppClient.TestSupport.Servers;
using EppClient.Testing.Server;

namespace EppClient.IntegrationTests.CommandLine;

/// <summary>The command-line tool with a message that is not well-formed XML.</summary>
public sealed class UnreadableMessageTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact(Timeout = 60_000)]
    public async Task Drain_saves_the_message_in_a_file_and_continues()
    {
        var service = new PollQueueService
        {
            Damage = (id, document) => Encoding.UTF8.GetBytes(id == "1" ? document.Replace("Message ", "Message\f", StringComparison.Ordinal) : document),
        };
        service.Enqueue("1", "2");
        await using var server = EppTestServer.Start(service);
        var folder = Directory.CreateTempSubdirectory("epp-unreadable-").FullName;
        try
        {
            var outcome = await registry.RunProcessAsync(
                server.Port, registry.FileOf(server.ExportCaPem(), ".pem"), registry.Registry.Password, "poll", "--drain", "--json", "--unreadable", folder);

            outcome.ExitCode.Should().Be(0, outcome.ToString());
            service.Acknowledged.Should().Equal("1", "2");
            outcome.Documents[0].GetProperty("unreadable").GetString().Should().Contain("U+000C");
            var file = Directory.GetFiles(folder).Should().ContainSingle().Subject;
            outcome.Documents[1].GetProperty("kept").GetString().Should().Be(file);
            (await File.ReadAllTextAsync(file)).Should().Contain("Message\f1");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Head_without_an_id_exits_with_3_and_describes_the_message()
    {
        var service = new PollQueueService { Damage = (_, _) => "<html><body><br></body></html>"u8.ToArray() };
        service.Enqueue("1");
        await using var server = EppTestServer.Start(service);

        var outcome = await registry.RunProcessAsync(server.Port, registry.FileOf(server.ExportCaPem(), ".pem"), registry.Registry.Password, "poll", "--drain");

        outcome.ExitCode.Should().Be(3, outcome.ToString());
        outcome.Error.ReplaceLineEndings(" ").Should().Contain("HTML page");
    }
}
