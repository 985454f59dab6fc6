using System.Xml.Linq;
using EppClient.Commands;
using EppClient.IntegrationTests.HostileServers;
using EppClient.Xml;

namespace EppClient.IntegrationTests.Nonconforming;

/// <summary>Responses that violate their schema, over a session: the code decides the outcome, and one session with one login handles all of them.</summary>
public sealed class NonconformingResponseTests
{
    private const string Info = """
        <resData><d:infData xmlns:d="urn:ietf:params:xml:ns:domain-1.0"><d:name>a.example</d:name><d:roid>R-1</d:roid><d:status s="ok" lang="en">active</d:status>
        <d:registrant>C-1</d:registrant><d:contact type="admin">C-2</d:contact><d:ns><d:hostObj>ns1.example</d:hostObj></d:ns><d:clID>REG-1</d:clID>
        <d:crID>REG-1</d:crID><d:crDate>2026-01-01T00:00:00Z</d:crDate><d:exDate>2027-01-01T00:00:00Z</d:exDate><d:authInfo><d:pw>2fooBAR</d:pw></d:authInfo></d:infData></resData>
        <extension><s:infData xmlns:s="urn:ietf:params:xml:ns:secDNS-1.1"><s:dsData><s:keyTag>1</s:keyTag><s:alg>8</s:alg><s:digestType>2</s:digestType><s:digest>00</s:digest></s:dsData></s:infData></extension>
        """;

    [Theory(Timeout = 60_000)]
    [InlineData(1000)]
    [InlineData(2303)]
    public async Task Code_is_delivered_and_the_session_stays_open_if_other_parts_are_invalid(int code)
    {
        var mutations = Mutation.Of(XDocument.Parse(Wire.Response(code, "{clTRID}", Info), LoadOptions.PreserveWhitespace)).ToList();
        await using var server = HostileServer.Start(connection => ServeAsync(connection, mutations.Select(m => m.Document)));
        await using var pool = Client.For(server);

        foreach (var mutation in mutations)
        {
            var response = await ResponseAsync(pool);

            response.Code.Value.Should().Be(code, mutation.What);
            new RecordWalk().Visit(response);
        }

        await pool.CheckAsync("a.example");
        server.Connections.Should().Be(1);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("<result code='1000'><msg>ok</msg></result><trID><clTRID/><svTRID>S-1</svTRID></trID>")]
    [InlineData("<result code='1000'><msg>ok</msg></result><trID><clTRID>{clTRID}</clTRID></trID>")]
    [InlineData("<result code='1000'><msg>ok</msg></result>")]
    [InlineData("<trID/><result code=' 1000 '/>")]
    [InlineData("<result code='?'/><result code='1000'><msg>ok</msg></result>")]
    public async Task Transform_is_completed_if_only_the_code_is_present(string content)
    {
        await using var server = HostileServer.Start(connection => ServeAsync(connection, [Epp($"<response>{content}</response>")]));
        await using var pool = Client.For(server);

        var response = await pool.SendAsync(new PollAcknowledge("1"));

        response.IsSuccess.Should().BeTrue();
        response.ReadDiagnostics.Should().NotBeEmpty();
        await pool.CheckAsync("a.example");
        server.Connections.Should().Be(1);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("<response><result code='3000'><msg>?</msg></result><trID><clTRID>{clTRID}</clTRID><svTRID>S-1</svTRID></trID></response>")]
    [InlineData("<response><result code=''><msg>?</msg></result></response>")]
    [InlineData("<response/>")]
    [InlineData("<extension><x:note xmlns:x='urn:example:x'/></extension>")]
    public async Task Response_without_a_code_leaves_the_outcome_unknown_and_the_session_open(string body)
    {
        await using var server = HostileServer.Start(connection => ServeAsync(connection, [Epp(body), Epp(body)]));
        await using var pool = Client.For(server);

        var loss = await Client.LossOf<EppProtocolException>(() => pool.SendAsync(new PollAcknowledge("1")));
        await Client.FailureOf<EppProtocolException>(() => pool.SendAsync(new DomainInfo("a.example")), EppDelivery.MaybeSent);

        (loss.ProtocolExtension is not null).Should().Be(body.Contains("note", StringComparison.Ordinal));
        await pool.CheckAsync("a.example");
        server.Connections.Should().Be(1);
    }

    [Fact(Timeout = 30_000)]
    public async Task Empty_queue_without_an_id_is_an_empty_queue()
    {
        await using var server = HostileServer.Start(connection => ServeAsync(connection, [Epp("<response><result code='1300'><msg>none</msg></result><msgQ count='0'/><resData/></response>")]));
        await using var pool = Client.For(server);

        var response = await pool.SendAsync(new PollRequest());

        response.Code.Should().Be(EppResultCode.NoMessages);
        response.DataOrNull.Should().BeNull();
        server.Connections.Should().Be(1);
    }

    [Fact(Timeout = 30_000)]
    public async Task Strict_reading_rejects_schema_violations()
    {
        await using var server = HostileServer.Start(connection => ServeAsync(connection, [Epp("<response><result code='1000'><msg>ok</msg></result></response>")]), c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with { Profile = o.Profile with { ReadMode = EppReadMode.Strict } });

        var failure = await Client.FailureOf<EppProtocolException>(() => pool.SendAsync(new DomainInfo("a.example")), EppDelivery.MaybeSent);

        failure.XmlPath.Should().Be("epp/response/trID");
    }

    [Theory(Timeout = 30_000)]
    [InlineData("<svID>Test</svID>")]
    [InlineData("<svID>Test</svID><svDate/><svcMenu><version>1.0</version><lang>en</lang><objURI>urn:ietf:params:xml:ns:domain-1.0</objURI></svcMenu>")]
    [InlineData("<svDate>0000-00-00</svDate><dcp/>")]
    public async Task Greeting_without_optional_parts_opens_a_session(string content)
    {
        await using var server = HostileServer.Start(async connection =>
        {
            await connection.SendAsync(Epp($"<greeting>{content}</greeting>"));
            await connection.SendAsync(Wire.Success(await connection.ReceiveAsync()));
            await connection.RespondToAllAsync();
        });
        await using var pool = Client.For(server);

        await pool.SendAsync(new PollRequest());

        server.Connections.Should().Be(1);
    }

    private static async Task<EppResponse> ResponseAsync(EppSessionPool pool)
    {
        try
        {
            return await pool.SendAsync(new DomainInfo("a.example"));
        }
        catch (EppCommandException refusal)
        {
            return refusal.Response;
        }
    }

    private static string Epp(string body) => $"<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'>{body}</epp>";

    private static async Task ServeAsync(HostileConnection connection, IEnumerable<string> responses)
    {
        await connection.OpenAsync();
        foreach (var response in responses)
        {
            var request = await connection.ReceiveAsync();
            await connection.SendAsync(response.Replace("{clTRID}", Wire.TransactionOf(request), StringComparison.Ordinal));
        }

        await connection.RespondToAllAsync();
    }
}
