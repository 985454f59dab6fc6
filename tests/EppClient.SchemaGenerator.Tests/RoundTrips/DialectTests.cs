using EppClient.Commands;
using EppClient.Dk;
using EppClient.SchemaGenerator.Tests.Support;
using EppClient.Xml;

namespace EppClient.SchemaGenerator.Tests.RoundTrips;

/// <summary>The effects of the .dk overlay and of the older version of its schema on the types.</summary>
public sealed class DialectTests
{
    private static readonly EppXmlDialect Overlaid = new() { Overlay = DkOverlay.Instance };
    private static readonly EppXmlDialect Older = new() { Versions = [DkhmSchema.Dkhm44] };

    [Fact]
    public void Overlay_removes_values_from_an_enumeration()
    {
        var renew = new DomainRenew("a.dk", new DateOnly(2027, 6, 30)) { Period = 6, PeriodUnit = DomainPeriodUnit.Month };

        FluentActions.Invoking(() => Wire.Write(renew)).Should().NotThrow();
        FluentActions.Invoking(() => Wire.Write(renew, Overlaid)).Should().Throw<EppValidationException>().Which.Member.Should().Be("DomainRenew.PeriodUnit");
    }

    [Fact]
    public void Overlay_lets_a_response_omit_what_it_lists()
    {
        const string Answer = """
            <trnData xmlns='urn:ietf:params:xml:ns:domain-1.0'><name>a.dk</name><trStatus>pending</trStatus><reID>REG-1</reID>
            <reDate>2026-11-23T10:00:00Z</reDate></trnData>
            """;

        FluentActions.Invoking(() => Wire.Read(DomainSchema.Instance, Answer)).Should().Throw<EppProtocolException>().WithMessage("*acID*");
        Wire.Read(DomainSchema.Instance, Answer, Overlaid).Should().BeOfType<DomainTransferResult>().Which.ActingClientId.Should().BeNull();
    }

    [Fact]
    public void Older_version_is_written_when_it_is_negotiated()
    {
        var group = new DkContactCreate { UserType = DkUserType.Company, Cvr = "12345678", MobilePhone = "+45.12345678" };

        Wire.Write(Wrap(group.Write), Older).Should().Contain("urn:dkhm:params:xml:ns:dkhm-4.4").And.NotContain("dkhm-4.5");
    }

    [Fact]
    public void Older_version_rejects_unknown_members()
    {
        var group = new DkContactCreate { UserType = DkUserType.Company, SoleProprietorship = true };

        FluentActions.Invoking(() => Wire.Write(Wrap(group.Write), Older))
            .Should().Throw<EppValidationException>().WithMessage("*sole_proprietorship*dkhm-4.4*");
    }

    [Fact]
    public void Group_is_assembled_from_siblings()
    {
        var group = new DkContactCreate { UserType = DkUserType.Association, Cvr = "12345678", MobilePhone = "+45.12345678", SoleProprietorship = false };
        var siblings = new List<IEppElement>();
        using var reader = Wire.Reader(Wire.Write(Wrap(group.Write)));
        var depth = reader.EnterElement();
        while (reader.NextChild(depth))
        {
            siblings.Add(DkhmSchema.Instance.Read(reader)!);
        }

        DkContactCreate.Find(siblings).Should().Be(group);
        DkContactInfoResult.Find(siblings)!.Cvr.Should().Be("12345678");
        DkContactInfoResult.Find([]).Should().BeNull();
    }

    private static Action<EppXmlWriter> Wrap(Action<EppXmlWriter> write) => writer =>
    {
        writer.StartElement(EppNamespaces.Epp, "extension");
        write(writer);
        writer.EndElement();
    };
}
