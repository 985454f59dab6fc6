using EppClient.Commands;
using EppClient.Dk;
using EppClient.Dk.Testing.Wire;
using EppClient.Testing.Server;

namespace EppClient.IntegrationTests.Registry.Poll;

/// <summary>Every published message is sent by the embedded registry with its exact text and read over the wire as its event.</summary>
public sealed class PollTableTests(PollTableTests.Authority authority) : IClassFixture<PollTableTests.Authority>
{
    // In the order of the page.
    private static readonly OrderedDictionary<string, PollRow> Rows = Ordered(new[] { DomainPollRows.All, ContactPollRows.All, HostPollRows.All }
        .SelectMany(rows => rows));

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Names))]
    public async Task Message_is_sent_and_read_as_its_event(string name)
    {
        var row = Rows[name];
        var world = row.World();
        row.Play(world);
        await using var server = EppTestServer.Start(new DkEppService(world.Registry, validates: true), new EppTestServerOptions { Certificates = authority.Certificates });
        await using var pool = new EppSessionPool(new EppOptions
        {
            Host = server.Host,
            Port = server.Port,
            ClientId = DkRegistryFixture.UserOne,
            Password = DkRegistryFixture.Password,
            Profile = DkProfile.Current,
            Tls = new EppTlsOptions { TrustedRoots = [server.CaCertificate] },
        });

        var message = await FindAsync(pool, row.Text);

        PayloadOf(message).Should().Be(row.Payload);
        var kind = DkPollKind.All.Single(kind => kind.Text == row.Kind);
        DkPollEvent.From(message).GetType().Name.Should().Be(kind.Event);
    }

    [Fact]
    public void Table_contains_every_kind_that_is_still_sent()
    {
        // Texts removed from the guide of September 2026, texts until March 2026, a text with an additional article, and variants of rejections of which one is published.
        string[] readOnly =
        [
            "The application for {name} has been rejected, as the user and domain handling mismatched",
            "The application for {name} has been cancelled, as the registrant has not accepted our terms and conditions in time",
            "{name} has been transferred to new registrant {handle}",
            "The transfer of {name} to the new registrant {handle} has been cancelled, as the mandatory ID check was not completed in time",
            "The transfer of {name} to the new registrant {handle} has been cancelled, as the mandatory ID check was rejected",
            "The transfer of {name} to the new registrant {handle} has been cancelled, as the mandatory ID check was not completed",
            "{id} has to confirm the new secondary email, {email}, to complete the update - {responsible}",
            "The mandatory ID and data check of {id} was rejected - {responsible}",
            "The mandatory data check of {id} was rejected - {responsible}",
        ];

        Rows.Values.Select(row => row.Kind).Distinct(StringComparer.Ordinal).Concat(readOnly).Should().BeEquivalentTo(DkPollKind.All.Select(kind => kind.Text));
    }

    internal static IEnumerable<string> PageRows => Rows.Values.Select(row =>
        $"| `{row.Kind}` | {row.Payload} | `{DkPollKind.All.Single(kind => kind.Text == row.Kind).Event}` | {nameof(PollTableTests)} |");

    private static async Task<PollMessage> FindAsync(EppSessionPool pool, string text)
    {
        List<string> others = [];
        while (await pool.PollAsync() is { } message)
        {
            if (message.Text == text)
            {
                return message;
            }

            others.Add(message.Text);
            await pool.AcknowledgeAsync(message);
        }

        others.Should().Contain(text);
        throw new InvalidOperationException(text);
    }

    private static OrderedDictionary<string, PollRow> Ordered(IEnumerable<PollRow> rows) =>
        new(rows.Select(row => KeyValuePair.Create($"{row.Text} ({row.Payload})", row)), StringComparer.Ordinal);

    private static string PayloadOf(PollMessage message)
    {
        if (DkPollEvent.From(message).Outcome is { } outcome)
        {
            return $"panData ({(outcome.Succeeded ? 1 : 0)})";
        }

        return message.DataAs<DomainTransferResult>() is not null ? "trnData"
            : message.DataAs<DomainInfoResult>() is not null || message.DataAs<ContactInfoResult>() is not null || message.DataAs<HostInfoResult>() is not null ? "infData"
            : "none";
    }

    /// <summary>The certificate authority of all servers.</summary>
    public sealed class Authority : IDisposable
    {
        public EppTestCertificates Certificates { get; } = EppTestCertificates.Create();

        public void Dispose() => Certificates.Dispose();
    }
}
