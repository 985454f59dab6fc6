using EppClient.Commands;
using EppClient.Extensions;

namespace EppConsole.Registries;

/// <summary>A domain to create, from the command line.</summary>
internal sealed record NewDomain(string Name)
{
    public string? Registrant { get; init; }

    public IReadOnlyList<string> NameServers { get; init; } = [];

    public IReadOnlyList<DomainContact> Contacts { get; init; } = [];

    public IReadOnlyList<SecDnsDsData> DsRecords { get; init; } = [];

    public ushort? Years { get; init; }

    public string? AuthInfo { get; init; }

    /// <summary>When the registrant accepted the terms of .dk.</summary>
    public DateTimeOffset? TermsAccepted { get; init; }

    /// <summary>Whether a domain of .dk renews automatically.</summary>
    public bool? AutoRenew { get; init; }

    public override string ToString() => Name;
}

/// <summary>A contact to create, from the command line.</summary>
internal sealed record NewContact(string Name, ContactAddress Address, string Email)
{
    public string? Id { get; init; }

    public string? Organization { get; init; }

    public ContactPostalInfoForm? Form { get; init; }

    public string? Voice { get; init; }

    public string? Fax { get; init; }

    public ContactDisclosure? Disclosure { get; init; }

    public string? AuthInfo { get; init; }

    /// <summary>The fields of .dk.</summary>
    public DkContactFields Dk { get; init; } = new();

    public override string ToString() => Id ?? "a contact";
}

/// <summary>The fields of a contact that only .dk has.</summary>
internal sealed record DkContactFields
{
    public string? Kind { get; init; }

    public string? Cvr { get; init; }

    public string? PNumber { get; init; }

    public string? Ean { get; init; }

    public string? Mobile { get; init; }

    public string? SecondEmail { get; init; }

    public bool IsEmpty => this == new DkContactFields();

    public override string ToString() => "fields of a contact";
}
