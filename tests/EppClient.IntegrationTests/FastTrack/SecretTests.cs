using System.Diagnostics.Metrics;
using System.Text;
using System.Text.Json.Nodes;
using EppClient.Dk.AspNetCore;
using EppClient.IntegrationTests.Redaction;
using Microsoft.Data.Sqlite;

namespace EppClient.IntegrationTests.FastTrack;

/// <summary>Secrets and personal data are planted in a request and looked for in everything that the package writes.</summary>
public sealed class SecretTests : FastTrackTestBase
{
    private const int Timeout = 120_000;
    private static readonly string[] Personal = ["Planta Navnesen", "planta@eksempel.dk", "+4512121212", "Plantevej 77", "9998", "Planteby", "DK99887766", "9988776655", "203.0.113.77"];

    [Fact(Timeout = Timeout)]
    public async Task No_log_metric_database_text_or_error_shows_tokens_links_keys_or_personal_data()
    {
        await using var registry = new FastTrackRegistry(Clock, domains: 3);
        using var sinks = new Sinks();
        using var meters = ListenTo(sinks);
        var request = Plant(registry.Request(1, 2));
        var tokens = new[] { TokenOf(request, 0), TokenOf(request, 1) };
        string link, waiting, id;
        await using (var application = await FastTrackApplication.StartAsync(Folder, Clock, registry.Registrar))
        {
            // Refused requests: the texts of their causes and of their responses.
            foreach (var member in (string[])["contact.type", "contact.address.country", "consent.ip_address", "consent.granted_at", "domains.0.domain_name", "domains.0.auth_token.scope"])
            {
                using var refused = await application.PostAsync(Plant(registry.Request(1, 2)).With(member, "Planta Navnesen"));
                sinks.Keep(await refused.Content.ReadAsStringAsync());
            }

            // The tokens of a domain are replaced by each request of the registrant.
            request = Plant(registry.Request(1, 2));
            tokens = [.. tokens, TokenOf(request, 0), TokenOf(request, 1)];
            link = await application.OfferAsync(request.With("domains.1.auth_token.value", "OWN-TRANSFER-planted-and-wrong"));
            var database = await ReadDatabaseAsync();
            tokens.Append(link).Concat(Personal).Where(secret => database.Contains(secret, StringComparison.Ordinal)).Should().BeEmpty("the content is encrypted");
            var session = (await application.Sessions.OpenAsync(link))!;
            id = session.Id;
            session.Contact.Name.Should().Be("Planta Navnesen", "secrets are planted");
            sinks.Keep($"{session} {session.Contact} {session.Consent} {session.Domains[0]}");
            await application.Sessions.AcceptAsync(session.Id, new DkTransferAcceptance());
            (await application.WhenEndedAsync(session.Id)).Domains.Select(domain => domain.State).Should().BeEquivalentTo([DkTransferDomainState.Transferred, DkTransferDomainState.Refused]);
            waiting = await application.OfferAsync(Plant(registry.Request(3)));
            foreach (var text in application.Log.Texts)
            {
                sinks.Keep(text);
            }
        }

        // A failing store and a failing program.
        await using (var application = await FastTrackApplication.StartAsync(
            Folder, Clock, registry.Registrar, wrap: store => new StoppingStore(store) { Failure = new SqliteException("disk I/O error", 10), StopsBeforeWrite = 1 }))
        {
            using var failed = await application.PostAsync(Plant(registry.Request(2)));
            sinks.Keep(await failed.Content.ReadAsStringAsync());
            foreach (var text in application.Log.Texts)
            {
                sinks.Keep(text);
            }
        }

        string[] secrets = [.. tokens, "OWN-TRANSFER-planted-and-wrong", link, waiting, FastTrackApplication.Key, .. Personal];
        var shown = sinks.Texts.ToList();
        shown.Should().Contain(text => text.Contains("was refused with 422", StringComparison.Ordinal)).And.Contain(text => text.Contains("epp.dk.state=Transferred", StringComparison.Ordinal));
        secrets.Append(id).SelectMany(secret => shown.Where(text => text.Contains(secret, StringComparison.Ordinal)).Select(text => $"{secret}: {text}")).Should().BeEmpty();
        var stored = await ReadDatabaseAsync();
        stored.Should().Contain(FastTrackRegistry.NameOf(1), "domain names are not secret");
        secrets.Where(secret => stored.Contains(secret, StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact(Timeout = Timeout)]
    public async Task Token_is_removed_from_the_store_when_it_is_used_refused_or_expired()
    {
        await using var registry = new FastTrackRegistry(Clock, domains: 3);
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock, registry.Registrar);
        var request = registry.Request((1, TimeSpan.FromMinutes(5)), (2, TimeSpan.FromMinutes(5)), (3, TimeSpan.FromMinutes(1))).With("domains.1.auth_token.value", "OWN-TRANSFER-wrong");
        var session = (await application.Sessions.OpenAsync(await application.OfferAsync(request)))!;
        Clock.Advance(TimeSpan.FromMinutes(2));
        await application.Sessions.AcceptAsync(session.Id, new DkTransferAcceptance());
        await application.WhenEndedAsync(session.Id);

        var content = (await ((SessionRecords)application.Services.GetService(typeof(SessionRecords))!).FindAsync(session.Id, default))!;

        content.Domains.Select(domain => domain.State).Should().BeEquivalentTo([DkTransferDomainState.Transferred, DkTransferDomainState.Refused, DkTransferDomainState.Expired]);
        content.Domains.Should().OnlyContain(domain => domain.Token == null);
        content.Link.Should().BeNull();
    }

    private static JsonObject Plant(JsonObject request) => request
        .With("contact.name", Personal[0]).With("contact.email", Personal[1]).With("contact.phone", Personal[2]).With("contact.address.street", Personal[3]).With("contact.address.zip", Personal[4])
        .With("contact.address.city", Personal[5]).With("contact.vat_number", Personal[6]).With("contact.p_number", Personal[7]).With("consent.ip_address", Personal[8]);

    private static string TokenOf(JsonObject request, int index) => request["domains"]![index]!["auth_token"]!["value"]!.GetValue<string>();

    private static MeterListener ListenTo(Sinks sinks)
    {
        var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == DkFastTrackTelemetry.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep(instrument, tags));
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument, tags));
        meters.Start();
        return meters;

        void Keep(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            foreach (var (name, value) in tags)
            {
                sinks.Keep($"{instrument.Name} {name}={value}");
            }
        }
    }

    // The file and the log beside it, as a copy of the disk would show them.
    private async Task<string> ReadDatabaseAsync()
    {
        var text = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(Folder, "registrar.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }
}
