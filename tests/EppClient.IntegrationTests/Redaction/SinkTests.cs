using System.Globalization;
using System.Text;
using EppClient.IntegrationTests.HostileServers;
using EppClient.IntegrationTests.Services;
using EppClient.TestSupport.Markers;

namespace EppClient.IntegrationTests.Redaction;

/// <summary>Sends each planted message to a registry, which returns it as data, in an error, and truncated, with all sinks enabled.</summary>
public sealed class SinkTests
{
    private static readonly SecretMarkers Garden = new(KnownSchemas.Files);
    private static readonly MarkedMessage[] Messages = [.. Garden.Messages()];

    [Fact(Timeout = 240_000)]
    public async Task No_sink_shows_secrets_or_personal_data()
    {
        var (password, newPassword) = (Garden.Next(), Garden.Next());
        using var sinks = new Sinks();
        await using var registry = new ServiceRegistry(Wire.Greeting, Respond);
        await using (var pool = registry.Connect(options => Listening(options, sinks) with { Password = password, Login = new EppLoginOptions { NewPassword = newPassword } }, sinks.Log))
        {
            for (var i = 0; i < Messages.Length; i++)
            {
                await ExchangeAsync(pool, sinks, i, "data");
                await ExchangeAsync(pool, sinks, i, "error");
            }

            // Each of these messages closes a session.
            for (var i = 0; i < Messages.Length; i += 20)
            {
                await ExchangeAsync(pool, sinks, i, "cut");
            }
        }

        var shown = sinks.Texts.SelectMany(SecretMarkers.ValuesIn).ToHashSet();
        shown.Should().NotContain([password, newPassword]);
        Messages.SelectMany(message => message.Masked.Where(shown.Contains).Select(value => $"{message}: {value}")).Should().BeEmpty();
        shown.Should().HaveCountGreaterThan(500, "harmless values are shown");
        sinks.Texts.Should().Contain(text => text.StartsWith("connect ", StringComparison.Ordinal)).And.Contain(text => text.Contains("error.type=", StringComparison.Ordinal));
    }

    /// <summary>Records the response or the exception in the sinks.</summary>
    private static async Task ExchangeAsync(EppSessionPool pool, Sinks sinks, int index, string kind)
    {
        var command = EppRawCommand.Parse(Encoding.UTF8.GetBytes(
            $"<epp xmlns=\"{EppNamespaces.Epp}\"><command><create>{Messages[index].Xml}</create><clTRID>{kind}-{index}</clTRID></command></epp>"));
        sinks.Keep(command.ToString());
        try
        {
            sinks.Keep((await pool.SendAsync(command)).ToString());
        }
        catch (EppException e)
        {
            sinks.Keep(e);
        }
    }

    private static string? Respond(string request)
    {
        if (Wire.TransactionOf(request).Split('-') is not [var kind and ("data" or "error" or "cut"), var index])
        {
            return null;
        }

        var xml = Messages[int.Parse(index, CultureInfo.InvariantCulture)].Xml;
        var data = ServiceRegistry.Respond(request, 1000, behindResult: $"<resData>{xml}</resData><extension>{xml}</extension>");
        return kind switch
        {
            "data" => data,
            "cut" => data[..(data.Length / 2)],
            _ => ServiceRegistry.Respond(request, 2005, inResult: $"<value>{xml}</value><extValue><value>{xml}</value><reason>Write to someone@example.net</reason></extValue>"),
        };
    }

    private static EppOptions Listening(EppOptions options, Sinks sinks) => options with { Profile = KnownSchemas.Profile, Observability = options.Observability with { EnableWireLogging = true, WireListener = sinks.Keep } };
}
