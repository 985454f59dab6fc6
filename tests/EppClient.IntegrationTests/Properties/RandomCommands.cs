using EppClient.Commands;
using EppClient.Dk;
using EppClient.Extensions;
using EppClient.Xml;

namespace EppClient.IntegrationTests.Properties;

/// <summary>Random commands in all forms that the schemas allow.</summary>
internal sealed class RandomCommands(RandomValues values)
{
    /// <summary>A valid element for places where the schema allows any element of another namespace.</summary>
    private static readonly SecDnsInfoResult SomeElement = new()
    {
        KeyData = [new SecDnsKeyData { Flags = 1, Protocol = 3, Algorithm = 1, PublicKey = EppBinary.FromBase64("AQID") }],
    };

    public IEppCommand Next() => values.Random.Next(9) switch
    {
        0 => new DomainCheck { Names = values.Some(1, 5, values.Name) },
        1 => DomainCreate(),
        2 => DomainUpdate(),
        3 => new DomainRenew(values.Name(), DateOnly.FromDateTime(values.Moment().DateTime))
        {
            Period = (ushort)values.Random.Next(1, 100),
            PeriodUnit = DomainPeriodUnit.Year,
        },
        4 => new DomainTransfer(values.OneOf(Enum.GetValues<EppTransferOperation>()), values.Name()) { AuthInfo = values.Maybe(AuthInfo) },
        5 => ContactCreate(),
        6 => ContactUpdate(),
        7 => new HostCreate(values.Name()) { Addresses = values.Some(0, 3, Address) },
        _ => HostUpdate(),
    };

    public ContactPostalInfo PostalInfo() => new()
    {
        Type = values.OneOf(ContactPostalInfoForm.Internationalized, ContactPostalInfoForm.Localized),
        Name = values.Token(1, 255),
        Organization = values.Maybe(() => values.Token(0, 255)),
        Address = PostalAddress(),
    };

    public ContactDisclosure Disclosure() => new()
    {
        Allowed = values.Flag(),
        Names = values.Some(0, 2, Form),
        Organizations = values.Some(0, 2, Form),
        Addresses = values.Some(0, 2, Form),
        Voice = values.Flag(),
        Fax = values.Flag(),
        Email = values.Flag(),
    };

    public DomainAuthInfo AuthInfo() => values.Flag()
        ? DomainAuthInfo.FromPassword(values.Token(0, 40), values.Maybe(() => "R1-DK"))
        : DomainAuthInfo.FromExtension(SomeElement);

    public DomainNameServers NameServers() => values.Flag()
        ? DomainNameServers.FromHostObjects(values.Some(1, 5, values.Name))
        : DomainNameServers.FromHostAttributes(values.Some(1, 3, () => new DomainHostAttribute { Name = values.Name(), Addresses = values.Some(0, 2, Address) }));

    public HostAddress Address()
    {
        var address = values.OneOf("192.0.2.1", "2001:db8::1", "198.51.100.255");
        return new HostAddress { Version = address.Contains(':', StringComparison.Ordinal) ? HostIpVersion.V6 : HostIpVersion.V4, Value = address };
    }

    public SecDnsDsData DsData() => new(
        (ushort)values.Random.Next(65_536), (byte)values.Random.Next(256), (byte)values.Random.Next(256), new EppBinary(values.Bytes(1, 64)))
    {
        KeyData = values.Maybe(KeyData),
    };

    public SecDnsKeyData KeyData() => new()
    {
        Flags = (ushort)values.Random.Next(65_536),
        Protocol = (byte)values.Random.Next(256),
        Algorithm = (byte)values.Random.Next(256),
        PublicKey = new EppBinary(values.Bytes(1, 300)),
    };

    private DomainCreate DomainCreate() => new()
    {
        Name = values.Name(),
        Period = (ushort)values.Random.Next(1, 100),
        PeriodUnit = DomainPeriodUnit.Year,
        NameServers = values.Maybe(NameServers),
        Registrant = values.Maybe(values.Id),
        Contacts = values.Some(0, 3, Contact),
        AuthInfo = AuthInfo(),
        Extensions =
        [
            new SecDnsCreate { MaximumSignatureLifetime = values.MaybeValue(() => values.Random.Next(1, int.MaxValue)), DsData = values.Some(1, 3, DsData) },
            new DkDomainCreate { OrderConfirmationToken = values.Token(1, 20), AutoRenew = values.MaybeValue(values.Flag) },
        ],
    };

    private DomainUpdate DomainUpdate() => new(values.Name())
    {
        Add = values.Maybe(DomainChanges),
        Remove = values.Maybe(DomainChanges),
        Change = values.Maybe(() => new DomainChange
        {
            Registrant = values.Maybe(() => values.Flag() ? string.Empty : values.Id()),
            AuthInfo = values.Maybe(() => values.Flag() ? DomainAuthInfoChange.Remove : DomainAuthInfoChange.FromPassword(values.Token(0, 40))),
        }),
        Extensions =
        [
            new SecDnsUpdate
            {
                Urgent = values.Flag(),
                Remove = values.Maybe(() => values.Flag() ? SecDnsRemoval.FromAll(values.Flag()) : SecDnsRemoval.FromKeyData(values.Some(1, 3, KeyData))),
                Add = values.Maybe(() => new SecDnsDsOrKeyData { DsData = values.Some(1, 3, DsData) }),
                Change = values.Maybe(() => new SecDnsChange { MaximumSignatureLifetime = values.MaybeValue(() => values.Random.Next(1, 1_000_000)) }),
            },
        ],
    };

    private DomainUpdateItems DomainChanges() => new()
    {
        NameServers = values.Maybe(NameServers),
        Contacts = values.Some(0, 2, Contact),
        Statuses = values.Some(0, 2, () => new DomainStatus
        {
            Status = values.OneOf(DomainStatusValue.ClientHold, DomainStatusValue.ClientDeleteProhibited),
            Language = values.OneOf("da", "en"),
            Text = values.Token(0, 30),
        }),
    };

    private ContactCreate ContactCreate() => new()
    {
        Id = values.Id(),
        PostalInfo = [.. values.Some(1, 2, PostalInfo).DistinctBy(postalInfo => postalInfo.Type)],
        Voice = values.Phone(),
        VoiceExtension = values.Maybe(() => values.Token(1, 5)),
        Fax = values.Maybe(values.Phone),
        Email = values.Mail(),
        AuthInfo = ContactAuthInfo.FromPassword(values.Token(0, 40)),
        Disclosure = values.Maybe(Disclosure),
        Extensions =
        [
            new DkContactCreate(values.OneOf(DkUserType.Company, DkUserType.Individual))
            {
                Cvr = values.Maybe(() => "12345678"),
                PNumber = values.Maybe(() => "1234567890"),
                MobilePhone = values.Maybe(() => new DkMobilePhone { Number = values.Phone(), Extension = values.Maybe(() => values.Token(1, 5)) }),
                SecondaryEmail = values.Maybe(values.Mail),
                Management = values.MaybeValue(() => values.OneOf(DkManagement.Registrant, DkManagement.Registrar)),
                SoleProprietorship = values.MaybeValue(values.Flag),
            },
        ],
    };

    /// <summary>An update in which every part has a change, because a part without a change is not sent.</summary>
    private HostUpdate HostUpdate()
    {
        var (add, remove) = (values.Maybe(HostChanges), values.Maybe(HostChanges));
        return new HostUpdate(values.Name())
        {
            Add = add == new HostUpdateItems() ? null : add,
            Remove = remove == new HostUpdateItems() ? null : remove,
            Change = new HostChange { Name = values.Name() },
        };
    }

    private ContactUpdate ContactUpdate() => new(values.Id())
    {
        Add = Statuses(),
        Remove = values.Maybe(Statuses),
        Change = values.Maybe(() => new ContactChange
        {
            PostalInfo = values.Some(0, 1, () => new ContactPostalInfoChange
            {
                Type = ContactPostalInfoForm.Localized,
                Name = values.Maybe(() => values.Token(1, 255)),
                Organization = values.Maybe(() => values.Token(0, 255)),
                Address = values.Maybe(PostalAddress),
            }),
            Voice = values.Flag() ? string.Empty : values.Phone(),
            Email = values.Maybe(values.Mail),
            Disclosure = values.Maybe(Disclosure),
        }),
    };

    private ContactUpdateItems Statuses() => new()
    {
        Statuses = values.Some(1, 3, () => new ContactStatus { Status = ContactStatusValue.ClientDeleteProhibited, Text = values.Token(0, 30) }),
    };

    private HostUpdateItems HostChanges() => new()
    {
        Addresses = values.Some(0, 3, Address),
        Statuses = values.Some(0, 2, () => new HostStatus { Status = HostStatusValue.ClientUpdateProhibited, Text = values.Token(0, 30) }),
    };

    private ContactAddress PostalAddress() => new()
    {
        StreetLines = values.Some(0, 3, () => values.Token(1, 255)),
        City = values.Token(1, 255),
        StateOrProvince = values.Maybe(() => values.Token(0, 255)),
        PostalCode = values.Maybe(() => values.Token(0, 16)),
        CountryCode = values.Country(),
    };

    private ContactDisclosedForm Form() => new() { Type = values.OneOf(ContactPostalInfoForm.Internationalized, ContactPostalInfoForm.Localized) };

    private DomainContact Contact() => new()
    {
        Role = values.MaybeValue(() => values.OneOf(DomainContactRole.Administrative, DomainContactRole.Billing, DomainContactRole.Technical)),
        Id = values.Id(),
    };
}
