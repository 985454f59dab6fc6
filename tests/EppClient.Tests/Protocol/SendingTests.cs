using EppClient.Commands;
using EppClient.Extensions;
using EppClient.Xml;

namespace EppClient.Tests.Protocol;

/// <summary>Commands contain all their values: no value that the caller passes is omitted silently.</summary>
public sealed class SendingTests
{
    private const string V6 = "2001:db8::1";

    public static TheoryData<string, IEppCommand> WithAddressOfVersion6 => new()
    {
        { "conversion", new HostCreate("ns1.example", V6) },
        { "initializer", new HostCreate("ns1.example") { Addresses = [new HostAddress { Value = V6 }] } },
        { "mapped", new HostCreate("ns1.example", "::ffff:192.0.2.1") },
        { "update", new HostUpdate("ns1.example") { Add = new HostUpdateItems { Addresses = [V6] } } },
        { "host attributes", new DomainCreate("a.example", DomainAuthInfo.FromPassword("2fooBAR")) { NameServers = DomainNameServers.FromHostAttributes(new DomainHostAttribute { Name = "ns1.a.example", Addresses = [V6] }) } },
    };

    public static TheoryData<IEppCommand, string> WithoutAnItem => new()
    {
        { new DomainCheck("a.example", null!), "DomainCheck.Names[1] must not be null." },
        { new DomainCheck((string)null!), "DomainCheck.Names[0] must not be null." },
        { new DomainCheck("a.example", " "), "DomainCheck.Names[1] must not be empty." },
        { Create(DomainNameServers.FromHostObjects("ns1.example", null!)), "DomainNameServers.HostObjects[1] must not be null." },
        { Create(DomainNameServers.FromHostObjects("ns1.example", string.Empty)), "DomainNameServers.HostObjects[1] must not be empty." },
        { Create(DomainNameServers.FromHostAttributes(null!, new DomainHostAttribute { Name = "ns1.example" })), "DomainNameServers.HostAttributes[0] must not be null." },
        { new HostCreate("ns1.example", "192.0.2.1", null!), "HostCreate.Addresses[1] must not be null." },
        { new DomainUpdate("a.example") { Remove = new DomainUpdateItems { Contacts = [null!] } }, "DomainUpdateItems.Contacts[0] must not be null." },
        { new ContactUpdate("SH8013") { Change = new ContactChange { PostalInfo = [new ContactPostalInfoChange { Type = ContactPostalInfoForm.Localized, Address = new ContactAddress { StreetLines = ["Testvej 1", string.Empty], City = "Odense", CountryCode = "DK" } }] } }, "ContactAddress.StreetLines[1] must not be empty." },
        { new DomainUpdate("a.example") { Extensions = [new SecDnsUpdate { Add = new SecDnsDsOrKeyData { DsData = [null!] } }] }, "SecDnsDsOrKeyData.DsData[0] must not be null." },
        { new DomainUpdate("a.example") { Extensions = [null!] }, "DomainUpdate.Extensions[0] must not be null." },
        { new DomainUpdate("a.example") { UnknownElements = [null!] }, "UnknownElements[0] must not be null." },
    };

    [Theory]
    [MemberData(nameof(WithAddressOfVersion6))]
    public void IPv6_address_has_its_version_attribute(string how, IEppCommand command) =>
        EppProfiles.Standard.Preview(command).Xml.Should().Contain(" ip=\"v6\">", how).And.NotContain("ip=\"v4\"");

    [Fact]
    public void IPv4_address_has_no_version_attribute_unless_the_caller_sets_it()
    {
        EppProfiles.Standard.Preview(new HostCreate("ns1.example", "192.0.2.1")).Xml.Should().Contain("<host:addr>192.0.2.1</host:addr>");
        var said = new HostAddress { Value = "192.0.2.1", Version = HostIpVersion.V4 };
        EppProfiles.Standard.Preview(new HostCreate("ns1.example", said)).Xml.Should().Contain("<host:addr ip=\"v4\">192.0.2.1</host:addr>");
    }

    [Fact]
    public void Version_is_derived_from_the_address()
    {
        ((HostAddress)V6).Version.Should().Be(HostIpVersion.V6);
        ((HostAddress)"192.0.2.1").Version.Should().Be(HostIpVersion.V4);
    }

    [Theory]
    [MemberData(nameof(WithoutAnItem))]
    public void Null_or_empty_item_of_a_list_is_refused(IEppCommand command, string message) =>
        FluentActions.Invoking(() => EppProfiles.Standard.Preview(command)).Should().Throw<EppValidationException>()
            .Which.Should().Match<EppValidationException>(refused => refused.Message == message && refused.Delivery == EppDelivery.NotSent);

    [Fact]
    public void Same_extension_twice_is_refused()
    {
        var update = new DomainUpdate("a.example") { Extensions = [Restore, new SecDnsUpdate { Remove = SecDnsRemoval.FromAll(true) }, Restore] };

        FluentActions.Invoking(() => EppProfiles.Standard.Preview(update)).Should().Throw<EppValidationException>()
            .WithMessage("DomainUpdate.Extensions[2] is a second RgpUpdate: a command carries each extension once. Merge the two.");
    }

    [Fact]
    public void Element_that_two_types_write_is_refused()
    {
        var create = new DomainCreate("a.example", DomainAuthInfo.FromPassword("2fooBAR")) { Extensions = [new Element("k"), new SameElement("k")] };

        FluentActions.Invoking(() => EppProfiles.Standard.Preview(create)).Should().Throw<EppValidationException>().WithMessage("*second SameElement*");
        EppProfiles.Standard.Preview(create with { Extensions = [new Element("k"), new SameElement("l")] }).Xml.Should().ContainAll("<x:k ", "<x:l ");
    }

    [Fact]
    public void Extension_that_may_repeat_is_sent_repeatedly()
    {
        var create = new DomainCreate("a.example", DomainAuthInfo.FromPassword("2fooBAR")) { Extensions = [new Repeated("k"), new Repeated("k")] };

        EppProfiles.Standard.Preview(create).Xml.Split("<x:k ").Should().HaveCount(3);
    }

    [Fact]
    public void Extensions_of_a_raw_command_are_sent_unchanged()
    {
        var document = """
            <epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><command><logout/></command></epp>
            """.Replace("<logout/>", "<check><d:check xmlns:d=\"urn:ietf:params:xml:ns:domain-1.0\"><d:name>a.example</d:name></d:check></check><extension><x:k xmlns:x=\"urn:x\"/><x:k xmlns:x=\"urn:x\"/></extension>", StringComparison.Ordinal);

        EppProfiles.Standard.Preview(EppRawCommand.Parse(System.Text.Encoding.UTF8.GetBytes(document))).Xml.Split("<x:k ").Should().HaveCount(3);
    }

    private static RgpUpdate Restore => RgpUpdate.Request;

    private static DomainCreate Create(DomainNameServers servers) => new("a.example", DomainAuthInfo.FromPassword("2fooBAR")) { NameServers = servers };

    private class Element(string name) : IEppExtension<DomainCreate>, IEppElement
    {
        public string NamespaceUri => "urn:x";

        public string LocalName => name;

        public void Write(EppXmlWriter writer) => writer.EmptyElement(NamespaceUri, name);

        public void WriteContent(EppXmlWriter writer)
        {
        }
    }

    private sealed class SameElement(string name) : Element(name);

    private sealed class Repeated(string name) : Element(name), IEppExtension
    {
        public bool MayRepeat => true;
    }
}
