using System.Globalization;
using System.Text;
using EppClient.IntegrationTests.HostileServers;
using EppClient.IntegrationTests.Services;
using EppClient.TestSupport.Markers;

namespace EppClient.IntegrationTests.Redaction;

/// <summary>Each planted message goes to a registry and comes back, as data, as the cause of an error and broken off, with every sink open.</summary>
public sealed class SinkTests
{
    private static readonly SecretMarkers Garden = new(KnownSchemas.Files);
    private static readonly MarkedMessage[] Messages = [.. Garden.Messages()];

    [Fact(Timeout = 240_000)]
    public async Task No_sink_shows_what_is_secret_or_personal()
    {
        var (password, newPassword) = (Garden.Next(), Garden.Next());
        using var sinks = new Sinks();
        await using var registry = new ServiceRegistry(Wire.Greeting, Respond);
        await using (var pool = registry.Connect(options => Listening(options, sinks) with { Password = password, NewPassword = newPassword }, sinks.Log))
        {
            for (var i = 0; i < Messages.Length; i++)
            {
                await ExchangeAsync(pool, sinks, i, "data");
                await ExchangeAsync(pool, sinks, i, "error");
            }

            // Each of these costs a session.
            for (var i = 0; i < Messages.Length; i += 20)
            {
                await ExchangeAsync(pool, sinks, i, "cut");
            }
        }

        var shown = sinks.Texts.SelectMany(SecretMarkers.ValuesIn).ToHashSet();
        shown.Should().NotContain([password, newPassword]);
        Messages.SelectMany(message => message.Masked.Where(shown.Contains).Select(value => $"{message}: {value}")).Should().BeEmpty();
        shown.Should().HaveCountGreaterThan(500, "the sinks are open: what is harmless comes through");
        sinks.Texts.Should().Contain(text => text.StartsWith("connect ", StringComparison.Ordinal)).And.Contain(text => text.Contains("error.type=", StringComparison.Ordinal));
    }

    /// <summary>Ends with a response or an exception; both go to the sinks.</summary>
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

    private static EppOptions Listening(EppOptions options, Sinks sinks) => options with { Profile = KnownSchemas.Profile, EnableWireLogging = true, WireListener = sinks.Keep };
}
