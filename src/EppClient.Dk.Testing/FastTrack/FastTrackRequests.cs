using System.Globalization;
using System.Net;

namespace EppClient.Dk.Testing.FastTrack;

/// <summary>Creates the request to a registrar: checks the domains, issues their tokens, and adds the registrant's data.</summary>
internal static class FastTrackRequests
{
    /// <summary>Changes nothing unless all domains can be transferred.</summary>
    public static FastTrackRequest Create(DkState state, string registrant, DkAccount registrar, IReadOnlyList<EppDomainName> names, IPAddress address)
    {
        var contact = ContactOf(state, registrant);
        var domains = names.Select(name => Demand(state, registrant, registrar, name)).ToList();
        return new FastTrackRequest(
            contact,
            new FastTrackConsent(Moment(state.Now), address.ToString()),
            [.. domains.Select(domain => WithToken(state, domain))]);
    }

    private static DkDomainRecord Demand(DkState state, string registrant, DkAccount registrar, EppDomainName name)
    {
        if (!state.Domains.TryGetValue(name, out var domain) || !DkHandle.Same(domain.Registrant, registrant))
        {
            throw new InvalidOperationException($"{registrant} is not the registrant of {name}.");
        }

        if (DkHandle.Same(domain.Sponsor, registrar.Handle))
        {
            throw new InvalidOperationException($"{registrar.Handle} already manages {name}.");
        }

        return DomainStatuses.IsTransferProhibited(domain)
            ? throw new InvalidOperationException($"{name} cannot be transferred: {string.Join(", ", DomainStatuses.Of(state, domain))}.")
            : domain;
    }

    private static FastTrackDomain WithToken(DkState state, DkDomainRecord domain)
    {
        var life = state.Options.FastTrack.TokenLife(domain.Name);
        var token = Tokens.Create(state, domain, "OWN", DkTokenPurpose.Transfer, life);
        return new FastTrackDomain(domain.Name.Unicode, new FastTrackToken(token.Value, Moment(token.Expires)));
    }

    private static FastTrackContact ContactOf(DkState state, string handle)
    {
        var contact = state.Contacts.GetValueOrDefault(handle) ?? throw new InvalidOperationException($"The contact {handle} does not exist.");
        var phone = contact.Voice ?? contact.MobilePhone
            ?? throw new InvalidOperationException($"{handle} has no telephone number, which a fast-track transfer must contain: set Voice.");
        var address = contact.Address;
        var isOrganization = contact.Kind != DkPersonKind.Individual;
        return new FastTrackContact(
            contact.Handle,
            contact.EntityName,
            contact.Email,

            // E.164 without the dot of RFC 5733.
            phone.Replace(".", string.Empty, StringComparison.Ordinal),
            new FastTrackAddress(string.Join(", ", address.Street), address.PostalCode ?? string.Empty, address.City, address.CountryCode.ToUpperInvariant()),
            TypeOf(contact.Kind),
            isOrganization ? VatNumberOf(contact) : null,
            isOrganization ? contact.PNumber : null);
    }

    private static string TypeOf(DkPersonKind kind) => kind switch
    {
        DkPersonKind.Company => "company",
        DkPersonKind.PublicOrganization => "public_organization",
        DkPersonKind.Association => "association",
        _ => "individual",
    };

    // The registry stores Danish numbers as eight digits, foreign ones with or without their country.
    private static string? VatNumberOf(DkContactRecord contact) => contact.Cvr is { Length: > 0 } number && char.IsAsciiDigit(number[0])
        ? contact.Address.CountryCode.ToUpperInvariant() + number
        : contact.Cvr;

    private static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
