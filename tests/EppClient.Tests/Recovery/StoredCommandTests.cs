using System.Text;
using EppClient.Commands;
using EppClient.Extensions;
using EppClient.Protocol;
using EppClient.Recovery;
using EppClient.Xml;

namespace EppClient.Tests.Recovery;

/// <summary>A command is stored in a journal without its secrets; the stored command is sufficient for reconciliation.</summary>
public sealed class StoredCommandTests
{
    private const string Secret = "Geheim-1234";
    private static readonly EppSchemaSet Schemas = new(EppProfiles.Standard.Schemas);

    public static TheoryData<IEppCommand> Secretive => new()
    {
        new DomainCreate("a.example", DomainAuthInfo.FromPassword(Secret)) { Registrant = "REG-9" },
        new DomainTransfer(EppTransferOperation.Request, "a.example") { AuthInfo = DomainAuthInfo.FromPassword(Secret, "R-1") },
        new DomainUpdate("a.example") { Change = new DomainChange { AuthInfo = DomainAuthInfoChange.FromPassword(Secret) } },
        new DomainTransfer(EppTransferOperation.Request, "a.example") { AuthInfo = DomainAuthInfo.FromExtension(EppRawElement.Parse($"<x:token xmlns:x='urn:toy' v='1'>{Secret}</x:token>")) },
        new ContactUpdate { Id = "CON-1", Change = new ContactChange { Voice = "+45.1", AuthInfo = ContactAuthInfo.FromPassword(Secret) } },
    };

    [Theory]
    [MemberData(nameof(Secretive))]
    public void Secrets_are_removed_and_the_rest_is_read_back(IEppCommand command)
    {
        var stored = Store(command);
        var read = StoredCommand.Read(stored, EppProfiles.Standard, Schemas).Command;

        Encoding.UTF8.GetString(stored).Should().NotContain(Secret).And.Contain("C-1");
        read.Should().BeOfType(command.GetType());
        (read is DomainTransfer transfer ? transfer.Operation : EppTransferOperation.Request).Should().Be(EppTransferOperation.Request);
        EnvelopeNames.Of(read!.Verb).Should().Be(EnvelopeNames.Of(command.Verb));
    }

    [Fact]
    public void Extensions_are_read_back_as_elements()
    {
        var update = new SecDnsUpdate { Remove = SecDnsRemoval.FromAll(true) };

        var read = StoredCommand.Read(Store(new DomainUpdate("a.example") { Extensions = [update] }), EppProfiles.Standard, Schemas);

        read.Extensions.Should().ContainSingle().Which.Should().BeOfType<SecDnsUpdate>().Which.Remove!.All.Should().BeTrue();
    }

    [Fact]
    public void Acknowledgement_is_read_back() =>
        StoredCommand.Read(Store(new PollAcknowledge("17")), EppProfiles.Standard, Schemas).Command.Should().Be(new PollAcknowledge("17"));

    [Fact]
    public void Command_for_an_object_without_a_schema_is_null() =>
        StoredCommand.Read(Store(new DomainDelete("a.example")), EppProfiles.Standard with { Schemas = [] }, EppSchemaSet.Empty).Command.Should().BeNull();

    [Theory]
    [InlineData("4")]
    [InlineData("Request")]
    [InlineData("request, query")]
    [InlineData("")]
    public void Transfer_with_an_unknown_operation_is_a_protocol_error(string operation)
    {
        var message = Encoding.UTF8.GetString(Store(DomainTransfer.Request("a.example", Secret))).Replace("op=\"request\"", $"op=\"{operation}\"", StringComparison.Ordinal);

        FluentActions.Invoking(() => StoredCommand.Read(Encoding.UTF8.GetBytes(message), EppProfiles.Standard, Schemas)).Should().Throw<EppProtocolException>();
    }

    [Fact]
    public void Message_with_trailing_content_is_a_protocol_error() =>
        FluentActions.Invoking(() => StoredCommand.Read((byte[])[.. Store(new PollAcknowledge("17")), .. "<epp/>"u8], EppProfiles.Standard, Schemas)).Should().Throw<EppProtocolException>();

    private static byte[] Store(IEppCommand command) =>
        new SecretRemover(Schemas).Remove(MessageWriter.Command(command, EppXmlDialect.Standard, "C-1"), EppXmlDialect.Standard);

    [Fact]
    public void Attributes_of_and_inside_secret_elements_are_removed()
    {
        const string Message = """
            <epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><command id="kept"><login kind="kept" secret="hunter0" PW="hunter0"><clID>REG-1</clID>
            <pw hint="hunter1">hunter2</pw><x:secret xmlns:x="urn:x" value="hunter3"><y:part xmlns:y="urn:y" y:code="hunter4">hunter5</y:part></x:secret>
            </login><clTRID>C-1</clTRID></command></epp>
            """;

        var bytes = new SecretRemover(Schemas).Remove(System.Text.Encoding.UTF8.GetBytes(Message), EppXmlDialect.Standard);
        var stored = System.Text.Encoding.UTF8.GetString(bytes);

        stored.Should().NotContain("hunter").And.Contain("id=\"kept\"").And.Contain("kind=\"kept\"").And.Contain("<clTRID>C-1</clTRID>");
        System.Xml.Linq.XDocument.Load(new MemoryStream(bytes)).Root!.Name.LocalName.Should().Be("epp");
    }
}
