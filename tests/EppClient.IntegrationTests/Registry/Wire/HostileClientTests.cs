namespace EppClient.IntegrationTests.Registry.Wire;

/// <summary>Clients that send invalid messages: each message gets a response, and the registry continues and is disposed without a failure.</summary>
public sealed class HostileClientTests
{
    public static TheoryData<string> OddTransactionIds => new()
    {
        string.Empty, " ", "ab", new string('x', 65), "ABC\uFFFE1", "ABC&#xFFFF;1", "ABC&#1;1", new string('x', 5000),
    };

    public static TheoryData<string> OddMessages => new()
    {
        "<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'><response/></epp>",
        "<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'><greeting/></epp>",
        "<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'/>",
        "<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'><command/></epp>",
        "<other/>",
        "no XML",
        "<epp",
        " ",
        RawMessages.Command("<poll op='ack' msgID=''/>"),
        RawMessages.Command("<poll/>"),
        RawMessages.Command("<login/>"),
        RawMessages.Domain("check", "<d:name></d:name>"),
        RawMessages.Domain("check", $"<d:name>{new string('x', 300)}</d:name>"),
        RawMessages.Domain("check", "<d:name>\uFFFE.dk</d:name>"),
        RawMessages.Domain("check", "<d:name>..</d:name><d:name>.dk</d:name><d:name>a b.dk</d:name>"),
        RawMessages.Domain("check", ""),
        RawMessages.Domain("info", "<d:name hosts='some'>eksempel.dk</d:name>"),
        RawMessages.Domain("renew", "<d:name>eksempel.dk</d:name><d:curExpDate>yesterday</d:curExpDate>"),
        RawMessages.Domain("renew", "<d:name>eksempel.dk</d:name><d:curExpDate>9999-12-31</d:curExpDate><d:period unit='y'>99</d:period>"),
        RawMessages.Domain("create", "<d:name>ny.dk</d:name><d:period unit='y'>0</d:period>"),
        RawMessages.Domain("update", "<d:name>eksempel.dk</d:name>", RawMessages.Dkhm("nosuch", "x")),
        RawMessages.Domain("transfer", "<d:name>eksempel.dk</d:name>").Replace("<transfer>", "<transfer op='nosuch'>", StringComparison.Ordinal),
    };

    [Theory(Timeout = 30_000)]
    [MemberData(nameof(OddTransactionIds))]
    public async Task Invalid_transaction_id_is_a_syntax_error_and_not_echoed(string id)
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.LoginAsync(registry);

        var response = await client.SendAsync(RawMessages.DomainInfo("eksempel.dk").Replace("ABC-1", id, StringComparison.Ordinal));

        response.Code.Should().Be(2001);
        response.Value("clTRID").Should().BeNull();
        (await client.SendAsync(RawMessages.DomainInfo("eksempel.dk"))).Code.Should().Be(1000);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("ABC")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    public async Task Valid_transaction_id_is_echoed(string id)
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.LoginAsync(registry);

        var response = await client.SendAsync(RawMessages.DomainInfo("eksempel.dk").Replace("ABC-1", id, StringComparison.Ordinal));

        (response.Code, response.Value("clTRID")).Should().Be((1000, id));
    }

    [Theory(Timeout = 30_000)]
    [MemberData(nameof(OddMessages))]
    public async Task Every_message_gets_a_response_and_the_session_continues(string message)
    {
        foreach (var validates in (bool[])[true, false])
        {
            await using var registry = WireFixture.Start(validates: validates);
            await using var client = await RawClient.LoginAsync(registry);

            (await client.SendAsync(message)).Code.Should().BeInRange(1000, 2499);
            (await client.SendAsync(RawMessages.DomainInfo("eksempel.dk"))).Code.Should().Be(1000);
        }
    }

    [Fact(Timeout = 30_000)]
    public async Task Failing_observer_does_not_affect_sessions_and_its_exception_is_thrown_on_disposal()
    {
        var registry = WireFixture.Start(server: options => options with { FrameObserver = _ => throw new InvalidOperationException("observer") });
        await using (var client = await RawClient.LoginAsync(registry))
        {
            (await client.SendAsync(RawMessages.DomainInfo("eksempel.dk"))).Code.Should().Be(1000);
        }

        (await FluentActions.Awaiting(() => registry.DisposeAsync().AsTask()).Should().ThrowAsync<AggregateException>()).Which.InnerExceptions.Should().OnlyContain(e => e.Message == "observer");
    }

    [Theory(Timeout = 30_000)]
    [InlineData("8.8")]
    [InlineData("8", 2001)]
    [InlineData("010.8.8.8")]
    [InlineData("0x8.8.8.8")]
    [InlineData("8.8.8.8 ", 1000)]
    [InlineData("8.8.8.8", 1000)]
    [InlineData("2001:4860:4860::8888")]
    [InlineData("::ffff:8.8.8.8", 2005, "v6")]
    [InlineData("[2001:4860:4860::8888]", 2005, "v6")]
    [InlineData("2001:4860:4860::8888%1", 2005, "v6")]
    [InlineData("8.8.8.8", 2005, "v6")]
    [InlineData("2001:4860:4860::8888", 1000, "v6")]
    public async Task Address_is_accepted_only_in_its_standard_notation(string address, int code = 2005, string version = "v4")
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.LoginAsync(registry);

        var response = await client.SendAsync(RawMessages.Command(
            $"<create><h:create xmlns:h='urn:ietf:params:xml:ns:host-1.0'><h:name>ns7.eksempel.dk</h:name><h:addr ip='{version}'>{address}</h:addr></h:create></create>"));

        response.Code.Should().Be(code);
    }
}
