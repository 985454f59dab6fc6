using EppClient.Commands;
using EppClient.IntegrationTests.HostileServers;
using EppClient.Xml;

namespace EppClient.IntegrationTests.Nonconforming;

/// <summary>Known quirks of registries over a session: the code decides the outcome, the session stays open, and deviations are reported.</summary>
public sealed class RegistryQuirkTests
{
    public static TheoryData<string> Names => [.. RegistryQuirks.All.Keys];

    [Theory(Timeout = 30_000)]
    [MemberData(nameof(Names))]
    public async Task Nonconforming_response_is_delivered_and_reported_and_the_session_stays_open(string name)
    {
        var habit = RegistryQuirks.All[name];
        await using var server = HostileServer.Start(connection => ServeAsync(connection, habit, 1));
        await using var pool = Client.For(server);

        var response = await ResponseAsync(pool, habit.Command);

        response.Code.Value.Should().Be(habit.Code);
        Reported(response, habit);
        (response.XmlFault is not null).Should().Be(habit.IsMalformed, response.XmlFault?.ToString() ?? "it is well-formed");
        if (!habit.IsMalformed)
        {
            habit.Finds?.Invoke(response);
        }

        new RecordWalk().Visit(response);
        await using (var session = await pool.RentAsync())
        {
            (await session.HelloAsync()).ServerId.Should().Be("Test");
        }

        await pool.CheckAsync("b.example");
        server.Connections.Should().Be(1);
    }

    [Theory(Timeout = 30_000)]
    [MemberData(nameof(Names))]
    public async Task Strict_and_tolerant_reading_report_the_same_faults(string name)
    {
        var habit = RegistryQuirks.All[name];
        await using var server = HostileServer.Start(connection => ServeAsync(connection, habit, 1), connection => connection.ServeAsync());
        await using var pool = Client.For(server, o => o with { Profile = o.Profile with { ReadMode = EppReadMode.Strict } });

        try
        {
            var response = await ResponseAsync(pool, habit.Command);

            response.Code.Value.Should().Be(habit.Code);
            (response.ReadDiagnostics.Count > 0).Should().Be(habit.IsMalformed || habit.Fault is not null);
        }
        catch (EppException e) when ((e as EppProtocolException ?? e.InnerException) is EppProtocolException)
        {
            habit.Fault.Should().NotBeNull(e.ToString());
        }

        await pool.CheckAsync("b.example");
    }

    [Fact(Timeout = 60_000)]
    public async Task Unambiguous_date_is_read()
    {
        var infos = RegistryQuirks.Dates.Select(d => (Text: d.Key, Fault: d.Value)).ToList();
        var read = await InfosAsync(infos.Select(i => i.Text));

        for (var i = 0; i < infos.Count; i++)
        {
            read[i].Data.CreatedDate.Should().Be(RegistryQuirks.Date, infos[i].Text);
            read[i].ReadDiagnostics.Select(d => (EppReadFault?)d.Fault).Should().Equal(infos[i].Fault is { } fault ? [fault] : [], infos[i].Text);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Ambiguous_date_is_absent_and_its_text_is_kept()
    {
        var read = await InfosAsync(RegistryQuirks.NoDates);

        for (var i = 0; i < read.Count; i++)
        {
            read[i].Data.CreatedDate.Should().BeNull(RegistryQuirks.NoDates[i]);
            read[i].Data.UnknownElements.Should().ContainSingle(RegistryQuirks.NoDates[i]).Which.LocalName.Should().Be("crDate");
            read[i].ReadDiagnostics.Should().ContainSingle().Which.Fault.Should().Be(EppReadFault.Unreadable);
        }
    }

    private static async Task<List<EppResponse<DomainInfoResult>>> InfosAsync(IEnumerable<string> dates)
    {
        var habits = dates.Select(date => new RegistryQuirk(new DomainInfo("a.example"), $"""
            <result code='1000'><msg>ok</msg></result><resData><d:infData xmlns:d='{EppNamespaces.Domain}'><d:name>a.example</d:name><d:roid>R-1</d:roid><d:clID>REG-1</d:clID>
            <d:crDate>{date}</d:crDate></d:infData></resData><trID><clTRID>{"{clTRID}"}</clTRID><svTRID>S-1</svTRID></trID>
            """)).ToList();
        var next = 0;
        await using var server = HostileServer.Start(connection => ServeAsync(connection, () => habits[next++], habits.Count));
        await using var pool = Client.For(server);
        List<EppResponse<DomainInfoResult>> read = [];
        foreach (var _ in habits)
        {
            read.Add(await pool.SendAsync(new DomainInfo("a.example")));
        }

        server.Connections.Should().Be(1);
        return read;
    }

    private static void Reported(EppResponse response, RegistryQuirk habit)
    {
        if (habit.Fault is { } fault)
        {
            response.ReadDiagnostics.Should().Contain(d => d.Fault == fault && (habit.Path == null || d.Path == habit.Path));
        }
        else if (!habit.IsMalformed)
        {
            response.ReadDiagnostics.Should().BeEmpty();
        }
    }

    private static async Task<EppResponse> ResponseAsync(EppSessionPool pool, IEppCommand command)
    {
        try
        {
            return command switch
            {
                DomainInfo info => await pool.SendAsync(info),
                DomainCheck check => await pool.SendAsync(check),
                DomainRenew renew => await pool.SendAsync(renew),
                DomainCreate create => await pool.SendAsync(create),
                DomainTransfer transfer => await pool.SendAsync(transfer),
                EppClient.Commands.ContactInfo contact => await pool.SendAsync(contact),
                EppClient.Commands.HostInfo host => await pool.SendAsync(host),
                EppClient.Commands.PollRequest poll => await pool.SendAsync(poll),
                _ => await pool.SendAsync(command),
            };
        }
        catch (EppCommandException refusal)
        {
            return refusal.Response;
        }
    }

    private static Task ServeAsync(HostileConnection connection, RegistryQuirk habit, int times) => ServeAsync(connection, () => habit, times);

    private static async Task ServeAsync(HostileConnection connection, Func<RegistryQuirk> habit, int times)
    {
        await connection.OpenAsync(Wire.GreetingOfAll);
        for (var i = 0; i < times; i++)
        {
            await connection.SendAsync(Document(habit(), Wire.TransactionOf(await connection.ReceiveAsync())));
        }

        await connection.RespondToAllAsync();
    }

    private static byte[] Document(RegistryQuirk habit, string transactionId)
    {
        var text = habit.Response.Contains("epp", StringComparison.Ordinal) && habit.Response.Contains("response>", StringComparison.Ordinal)
            ? habit.Response
            : RegistryQuirks.Document($"<response>{habit.Response}</response>");
        return habit.Encode(text.Replace("{clTRID}", transactionId, StringComparison.Ordinal).Replace("{CLTRID}", transactionId.ToUpperInvariant(), StringComparison.Ordinal));
    }
}
