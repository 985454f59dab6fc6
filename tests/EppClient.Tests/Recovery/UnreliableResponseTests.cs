using System.Text;
using EppClient.Commands;
using EppClient.Protocol;
using EppClient.Xml;
using static EppClient.EppReconciliationStatus;

namespace EppClient.Tests.Recovery;

/// <summary>Content that the schema does not define, or that is guessed, never determines the outcome of a command.</summary>
public sealed class UnreliableResponseTests
{
    private const string Shown = """
        <d:name>a.example</d:name><d:roid>A-1</d:roid><d:status s="ok"/><d:registrant>R-1</d:registrant><d:ns><d:hostObj>ns1.example</d:hostObj></d:ns>
        <d:clID>REG-1</d:clID><d:crID>REG-1</d:crID><d:crDate>2026-11-01T12:00:01Z</d:crDate><d:exDate>2027-11-01T12:00:01Z</d:exDate>
        """;

    public static TheoryData<string, string> DoubtfulCreates => new()
    {
        { "<d:status s=\"ok\"/>", "<d:status s=\"PENDINGCREATE\"/>" },
        { "<d:status s=\"ok\"/>", "<d:status/>" },
        { "<d:clID>REG-1</d:clID>", "<d:clID/>" },
        { "<d:clID>REG-1</d:clID>", "<clID xmlns=\"\">REG-1</clID>" },
        { "<d:clID>REG-1</d:clID>", "<clID xmlns=\"urn:ietf:params:xml:ns:domain-1.1\">REG-1</clID>" },
        { "<d:name>a.example</d:name>", "<d:name>b.example</d:name>" },
        { "2026-11-01T12:00:01Z</d:crDate>", "2026-11-01</d:crDate>" },
        { "2026-11-01T12:00:01Z</d:crDate>", "2026-11-01T09:59:00</d:crDate>" },
        { "<d:hostObj>ns1.example</d:hostObj>", "ns1.example" },
    };

    public static TheoryData<string, string> DoubtfulUpdates => new()
    {
        { "<d:status s=\"ok\"/>", "<d:status s=\"CLIENTHOLD\"/>" },
        { "<d:ns><d:hostObj>ns1.example</d:hostObj></d:ns>", "<d:ns>ns2.example</d:ns>" },
        { "<d:ns><d:hostObj>ns1.example</d:hostObj></d:ns>", "<d:ns><d:hostObj>ns1.example</d:hostObj></d:ns><d:ns><d:hostObj>ns2.example</d:hostObj></d:ns>" },
        { "<d:exDate>", "<upDate xmlns=\"\">2026-11-01T12:00:01Z</upDate><d:exDate>" },
        { "<d:exDate>", "<d:upDate>2020-11-01T12:00:01Z</d:upDate><d:upDate>2026-11-01T12:00:01Z</d:upDate><d:exDate>" },
        { "<d:name>a.example</d:name>", "<d:name>b.example</d:name>" },
    };

    [Fact]
    public async Task Schema_valid_response_determines_the_outcome()
    {
        (await Registry(Shown).ReconcileAsync(Create())).Status.Should().Be(Applied);
        (await Registry(Shown).ReconcileAsync(Update())).Status.Should().Be(NotApplied);
    }

    [Theory]
    [InlineData("<d:clID>reg-1</d:clID>")]
    [InlineData("<d:clID> REG-1 </d:clID>")]
    public async Task Sponsor_is_compared_ignoring_case_and_white_space(string sponsor)
    {
        var registry = Registry(Shown.Replace("<d:clID>REG-1</d:clID>", sponsor, StringComparison.Ordinal), knowsSponsorId: true);

        (await registry.ReconcileAsync(Create())).Status.Should().Be(Applied);
    }

    [Theory]
    [InlineData("2026-11-01 12:00:01Z")]
    [InlineData("2026-11-01T12:00:01+0000")]
    public async Task Unambiguous_date_in_another_form_determines_the_outcome(string date)
    {
        var registry = Registry(Shown.Replace("2026-11-01T12:00:01Z</d:crDate>", $"{date}</d:crDate>", StringComparison.Ordinal));

        (await registry.ReconcileAsync(Create())).Status.Should().Be(Applied);
    }

    [Theory]
    [MemberData(nameof(DoubtfulCreates))]
    public async Task Create_is_not_verified_by_an_unreliable_response(string part, string odd) => await MustNotDecideAsync(Create(), part, odd);

    [Theory]
    [MemberData(nameof(DoubtfulUpdates))]
    public async Task Update_is_not_verified_by_an_unreliable_response(string part, string odd) => await MustNotDecideAsync(Update(), part, odd);

    [Theory]
    [InlineData("CLIENTAPPROVED")]
    [InlineData("approved")]
    [InlineData("")]
    [InlineData("PENDING")]
    public async Task Transfer_is_not_verified_by_a_status_that_the_schema_does_not_define(string state)
    {
        foreach (var operation in (EppTransferOperation[])[EppTransferOperation.Approve, EppTransferOperation.Request])
        {
            var transfer = new DomainTransfer(operation, "a.example");
            var response = $"""
                <d:trnData xmlns:d="urn:ietf:params:xml:ns:domain-1.0"><d:name>a.example</d:name><d:trStatus>{state}</d:trStatus><d:reID>REG-1</d:reID>
                <d:reDate>2026-11-01T12:00:01Z</d:reDate><d:acID>REG-2</d:acID><d:acDate>2026-11-06T12:00:01Z</d:acDate></d:trnData>
                """;

            (await ReconcileAsync(new FakeRegistryQueries().Respond(Read(response)), transfer)).Should().Be(Indeterminate, "of {0}", operation);
        }
    }

    [Theory]
    [InlineData("C-1", Applied)]
    [InlineData("c-1", Applied)]
    [InlineData("C-2", Indeterminate)]
    public async Task Transfer_of_a_contact_is_verified_by_a_response_about_that_contact(string shown, EppReconciliationStatus expected)
    {
        var transfer = new ContactTransfer { Operation = EppTransferOperation.Approve, Id = "C-1" };
        var response = $"""
            <c:trnData xmlns:c="urn:ietf:params:xml:ns:contact-1.0"><c:id>{shown}</c:id><c:trStatus>clientApproved</c:trStatus><c:reID>REG-2</c:reID>
            <c:reDate>2026-11-01T12:00:01Z</c:reDate><c:acID>REG-1</c:acID><c:acDate>2026-11-06T12:00:01Z</c:acDate></c:trnData>
            """;

        (await ReconcileAsync(new FakeRegistryQueries().Respond(Read(response)), transfer)).Should().Be(expected);
    }

    [Fact]
    public async Task Old_date_without_a_zone_still_shows_that_an_object_is_older_than_the_command()
    {
        var registry = Registry(Shown.Replace("2026-11-01T12:00:01Z</d:crDate>", "2020-11-01 12:00:01</d:crDate>", StringComparison.Ordinal));

        (await registry.ReconcileAsync(Create())).Status.Should().Be(NotApplied);
    }

    private static async Task MustNotDecideAsync(IEppCommand command, string part, string odd)
    {
        Shown.Should().Contain(part);

        (await ReconcileAsync(Registry(Shown.Replace(part, odd, StringComparison.Ordinal)), command)).Should().Be(Indeterminate);
    }

    // The pool reports these two exceptions as Indeterminate, with their messages.
    private static async Task<EppReconciliationStatus> ReconcileAsync(FakeRegistryQueries registry, IEppCommand command)
    {
        try
        {
            return (await registry.ReconcileAsync(command)).Status;
        }
        catch (Exception e) when (e is EppUnreadableMemberException or EppProtocolException { XmlFault: null })
        {
            return Indeterminate;
        }
    }

    private static FakeRegistryQueries Registry(string shown, bool knowsSponsorId = true) => new FakeRegistryQueries { KnowsSponsorId = knowsSponsorId }
        .Respond(Read($"""<d:infData xmlns:d="urn:ietf:params:xml:ns:domain-1.0">{shown}</d:infData>"""));

    private static EppResponse Read(string data)
    {
        var message = $"""
            <epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><response><result code="1000"><msg>Done</msg></result><resData>{data}</resData>
            <trID><svTRID>S-1</svTRID></trID></response></epp>
            """;
        return new EppResponse(MessageReader.ReadResponse(Encoding.UTF8.GetBytes(message), EppXmlDialect.Standard, new EppSchemaSet(EppProfiles.Standard.Schemas)), null);
    }

    private static DomainCreate Create() => new("a.example", DomainAuthInfo.FromPassword("secret-1"))
    {
        Registrant = "R-1",
        NameServers = DomainNameServers.FromHostObjects("ns1.example"),
    };

    private static DomainUpdate Update() => new("a.example") { Add = new DomainUpdateItems { Statuses = [DomainStatusValue.ClientHold] } };
}
