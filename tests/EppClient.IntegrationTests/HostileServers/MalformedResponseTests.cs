using System.Text;
using EppClient.Commands;
using EppClient.IntegrationTests.Callers;

namespace EppClient.IntegrationTests.HostileServers;

/// <summary>Responses in complete frames that are not well-formed XML: the code decides if it can be recovered, and the session stays open.</summary>
public sealed class MalformedResponseTests
{
    [Theory(Timeout = 30_000)]
    [InlineData("<resData>a\fb</resData>")]
    [InlineData("<resData>a & b</resData>")]
    [InlineData("<resData><contact:infData/></resData>")]
    [InlineData("<resData><a></resData>")]
    public async Task Change_with_a_recovered_code_is_completed(string data)
    {
        await using var server = HostileServer.Start(c => ServeAsync(c, request => Wire.Response(1000, Wire.TransactionOf(request), data)));
        await using var pool = Client.For(server);

        var response = await pool.SendAsync(new DomainDelete("a.example"));

        response.Code.Should().Be(EppResultCode.Success);
        response.ServerTransactionId.Should().Be("S-1");
        response.XmlFault.Should().NotBeNull();
        response.ReadDiagnostics.Should().ContainSingle();
        Encoding.UTF8.GetString(response.Document!.Value.Span).Should().Contain(data);
        await pool.CheckAsync("b.example");
        server.Connections.Should().Be(1);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("<resData>{0}</resData>", "<a>", "</a>", 200)]
    [InlineData("<extension>{0}</extension>", "<a>", "</a>", 200)]
    [InlineData("<resData><a{0}/></resData>", " a{0}='x'", "", 300)]
    public async Task Change_whose_response_exceeds_a_reader_limit_is_completed(string part, string start, string end, int count)
    {
        var data = string.Format(null, part, string.Concat(Enumerable.Range(0, count).Select(i => string.Format(null, start, i))) + string.Concat(Enumerable.Repeat(end, count)));
        await using var server = HostileServer.Start(c => ServeAsync(c, request => Wire.Response(1000, Wire.TransactionOf(request), data)));
        await using var pool = Client.For(server);

        var response = await pool.SendAsync(new DomainDelete("a.example"));

        (response.Code, response.ServerTransactionId).Should().Be((EppResultCode.Success, "S-1"));
        response.XmlFault!.Rule.Should().Contain("at most");
        await pool.CheckAsync("b.example");
        server.Connections.Should().Be(1);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("")]
    [InlineData("</br>")]
    public async Task Poll_message_whose_text_exceeds_a_reader_limit_has_its_id(string end)
    {
        var text = string.Concat(Enumerable.Repeat("<br>", 120)) + string.Concat(Enumerable.Repeat(end, 120));
        await using var server = HostileServer.Start(c => ServeAsync(c, request => Wire.Response(1301, Wire.TransactionOf(request), $"<msgQ count='5' id='77'><msg>{text}</msg></msgQ>")));
        await using var pool = Client.For(server);

        var message = (await pool.SendAsync(new PollRequest())).Data!;

        (message.Id, message.Count).Should().Be(("77", 5UL));
        message.XmlFault.Should().NotBeNull();
        await pool.SendAsync(new PollAcknowledge(message.Id));
        server.Connections.Should().Be(1);
    }

    [Fact(Timeout = 30_000)]
    public async Task Rejection_with_an_empty_name_in_its_value_is_delivered()
    {
        await using var server = HostileServer.Start(c => ServeAsync(c, request => Wire.Response(2005, Wire.TransactionOf(request))
            .Replace("</msg>", "</msg><value xmlns:contact=\"urn:ietf:params:xml:ns:contact-1.0\"><contact:>email is not one</contact:></value>", StringComparison.Ordinal)));
        await using var pool = Client.For(server);

        var failure = await Client.FailureOf<EppCommandException>(() => pool.SendAsync(new DomainDelete("a.example")));

        failure.Code.Should().Be(EppResultCode.ParameterSyntax);
        await pool.CheckAsync("b.example");
        server.Connections.Should().Be(1);
    }

    [Fact(Timeout = 30_000)]
    public async Task Query_with_unreadable_data_has_its_code_and_its_data_throws()
    {
        await using var server = HostileServer.Start(c => ServeAsync(c, request => Wire.Checked(request).Replace("<domain:cd>", "<domain:cd>\f", StringComparison.Ordinal)));
        await using var pool = Client.For(server);

        var response = await pool.SendAsync(new DomainCheck("a.example"));

        response.DataOrNull.Should().BeNull();
        response.Invoking(r => r.Data).Should().Throw<EppProtocolException>().Where(e => e.XmlFault!.LooksLike == "a control character U+000C");
        server.Connections.Should().Be(1);
    }

    [Fact(Timeout = 30_000)]
    public async Task Change_without_a_readable_code_has_an_unknown_outcome()
    {
        await using var server = HostileServer.Start(c => ServeAsync(c, _ => "<!DOCTYPE html><html><head><title>Down</title></head><body><br></body></html>"));
        await using var pool = Client.For(server);

        var cause = await Client.LossOf<EppProtocolException>(() => pool.SendAsync(new DomainDelete("a.example")));

        cause.XmlFault!.LooksLike.Should().Be("an HTML page with the title \"Down\"");
        Encoding.UTF8.GetString(cause.GetDocument()!.Value.Span).Should().StartWith("<!DOCTYPE html>");
    }

    [Fact(Timeout = 30_000)]
    public async Task Unreadable_code_keeps_the_session_open()
    {
        await using var server = HostileServer.Start(c => ServeAsync(c, request => Wire.Response(1000, Wire.TransactionOf(request)).Replace("code=", "code\f=", StringComparison.Ordinal)));
        await using var pool = Client.For(server);

        await Client.LossOf<EppProtocolException>(() => pool.SendAsync(new DomainDelete("a.example")));

        await pool.CheckAsync("b.example");
        server.Connections.Should().Be(1);
    }

    [Fact(Timeout = 30_000)]
    public async Task Malformed_response_with_another_transaction_id_closes_the_session()
    {
        await using var server = HostileServer.Start(
            c => ServeAsync(c, _ => Wire.Response(1000, "C-OTHER", "<resData>\f</resData>")),
            c => c.ServeAsync());
        await using var pool = Client.For(server);

        var cause = await Client.LossOf<EppProtocolException>(() => pool.SendAsync(new PollAcknowledge("1")));

        cause.Error.Should().Be(EppConnectionError.UnexpectedMessage);
        await pool.CheckAsync("b.example");
        server.Connections.Should().Be(2);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("""<epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><response><result code="2000"><msg lang="en">Unknown command.</msg></result><trID><svTRID>ccReg-1237</svTRID></trID></response></epp>""")]
    [InlineData("""<epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><response><result code="2002"><msg>x</msg></result><trID><clTRID/><svTRID>1</svTRID></trID></response></epp>""")]
    [InlineData("""<epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><greeting><svID>a & b</svID></greeting></epp>""")]
    [InlineData("""<epp xmlns="urn:ietf:params:xml:ns:epp-1.0"/>""")]
    [InlineData("""<epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><response/></epp>""")]
    [InlineData("pong")]
    public async Task Any_response_to_hello_keeps_the_session_alive(string response)
    {
        await using var server = HostileServer.Start(c => ServeAsync(c, _ => response, "<hello"));
        await using var pool = Client.For(server);
        await using (var session = await pool.RentAsync())
        {
            var failure = await Client.FailureOf<EppProtocolException>(() => session.HelloAsync());

            failure.Delivery.Should().Be(EppDelivery.MaybeSent);
            await session.CheckAsync("a.example");
        }

        await pool.CheckAsync("b.example");
        server.Connections.Should().Be(1);
    }

    [Fact(Timeout = 30_000)]
    public async Task Keep_alive_response_other_than_a_greeting_keeps_the_session()
    {
        var hellos = new SemaphoreSlim(0);
        using var log = new ClientLog();
        await using var server = HostileServer.Start(c => ServeAsync(
            c,
            _ =>
            {
                hellos.Release();
                return Wire.Response(2000, string.Empty);
            },
            "<hello"));
        await using var pool = Client.For(server, o => o with { Pool = o.Pool with { MinSessions = 1, KeepAliveInterval = TimeSpan.FromSeconds(1) } }, log);
        await pool.CheckAsync("a.example");

        await hellos.WaitAsync();
        await hellos.WaitAsync();
        await pool.CheckAsync("b.example");

        server.Connections.Should().Be(1);
        log.Of("UnexpectedHelloResponse").Should().ContainSingle("it is logged once per session");
    }

    [Theory(Timeout = 30_000)]
    [InlineData(2502, null)]
    [InlineData(1000, "0192f0c4a1b27def8123456789abcdef")]
    public async Task Hello_fails_if_the_response_ends_the_session_or_belongs_to_a_command(int code, string? transaction)
    {
        await using var server = HostileServer.Start(
            c => ServeAsync(c, _ => Wire.Response(code, transaction ?? string.Empty), "<hello"),
            c => c.ServeAsync());
        await using var pool = Client.For(server);
        await using (var session = await pool.RentAsync())
        {
            await Client.FailureOf(() => session.HelloAsync());
        }

        await pool.CheckAsync("b.example");
        server.Connections.Should().Be(2);
    }

    /// <summary>Sends the given response to the first request that contains a text and is not a check, and normal responses to all others.</summary>
    private static async Task ServeAsync(HostileConnection connection, Func<string, string> respond, string to = "<command")
    {
        await connection.OpenAsync();
        var isFirst = true;
        string request;
        do
        {
            request = await connection.ReceiveAsync();
            var isOdd = request.Contains(to, StringComparison.Ordinal) && (isFirst || to == "<hello") && !request.Contains("<logout", StringComparison.Ordinal);
            isFirst &= !isOdd;
            await connection.SendAsync(isOdd ? respond(request) : Wire.ResponseTo(request));
        }
        while (!request.Contains("<logout", StringComparison.Ordinal));
    }
}
