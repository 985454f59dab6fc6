using System.Net;

namespace EppClient.Dk.AspNetCore;

/// <summary>Converts a request to a new session, and checks what the specification requires.</summary>
internal static class OfferReader
{
    private const int MaxText = 1000;
    private const string TransferScope = "transfer";

    private static readonly DkUserType[] UserTypes = [DkUserType.Individual, DkUserType.Company, DkUserType.PublicOrganization, DkUserType.Association];

    /// <returns>The session, or why the request is refused. The cause names members, never their values.</returns>
    public static (SessionContent? Content, FastTrackRefusal? Refusal) Read(FastTrackRequest? request, int maxDomains, DateTimeOffset now)
    {
        if (request is not { Contact: { Address: { } address } contact, Consent: { GrantedAt: { } granted } consent, Domains: { Count: > 0 } domains })
        {
            return (null, FastTrackRefusal.Invalid("contact, contact.address, consent, consent.granted_at or domains is missing"));
        }

        if (domains.Count > maxDomains)
        {
            return (null, FastTrackRefusal.TooLarge);
        }

        if ((FindFault(contact, address) ?? FindFault(consent) ?? domains.Select(FindFault).FirstOrDefault(text => text is not null)) is { } fault)
        {
            return (null, FastTrackRefusal.Invalid(fault));
        }

        var read = domains.Select(domain => DomainOf(domain!, now)).OrderBy(domain => domain.TokenExpires).ThenBy(domain => domain.Name.Ascii, StringComparer.Ordinal).ToList();
        if (read.DistinctBy(domain => domain.Name).Count() < read.Count)
        {
            return (null, FastTrackRefusal.Invalid("domains has a domain twice"));
        }

        if (read.All(domain => domain.HasEnded))
        {
            return (null, FastTrackRefusal.AllTokensExpired);
        }

        var content = new SessionContent
        {
            State = DkTransferSessionState.Offered,
            Contact = ContactOf(contact, address),
            Consent = new DkTransferConsent(granted, IPAddress.Parse(consent.IpAddress!).ToString()),
            Domains = read,
            OfferedAt = now,
        };
        return (content.Raise(DkTransferEventKind.Offered, now), null);
    }

    private static string? FindFault(FastTrackContact contact, FastTrackAddress address)
    {
        (string Name, string? Value)[] required =
        [
            ("id", contact.Id), ("name", contact.Name), ("email", contact.Email), ("phone", contact.Phone), ("type", contact.Type),
            ("address.street", address.Street), ("address.zip", address.Zip), ("address.city", address.City), ("address.country", address.Country),
        ];
        if (required.FirstOrDefault(member => string.IsNullOrWhiteSpace(member.Value)) is { Name: { } missing })
        {
            return $"contact.{missing} is missing";
        }

        if (required.Select(member => member.Value).Append(contact.VatNumber).Append(contact.PNumber).Any(value => value?.Length > MaxText))
        {
            return $"a member of contact is longer than {MaxText} characters";
        }

        if (!UserTypes.Any(known => known.Value == contact.Type))
        {
            return "contact.type is not one of the specified values";
        }

        return address.Country is { Length: 2 } country && country.All(char.IsAsciiLetter) ? null : "contact.address.country is not a code of two letters";
    }

    private static string? FindFault(FastTrackConsent consent) => IPAddress.TryParse(consent.IpAddress, out _) ? null : "consent.ip_address is missing or not an IP address";

    private static string? FindFault(FastTrackDomain? domain) => domain switch
    {
        null or { DomainName: null } => "a domain has no domain_name",
        { AuthToken: not { Value.Length: > 0, ExpiresAt: not null, Scope: not null } } => "a domain has no auth_token.value, auth_token.expires_at or auth_token.scope",
        { AuthToken.Value.Length: > MaxText } => $"an auth_token.value is longer than {MaxText} characters",
        { AuthToken.Scope: not TransferScope } => $"an auth_token.scope is not '{TransferScope}'",
        _ => EppDomainName.TryParse(domain.DomainName, out var name) && IsDk(name) ? null : "a domain_name is not a .dk domain",
    };

    // Domains lie directly below .dk.
    private static bool IsDk(EppDomainName name) => name.Ascii.Split('.') is [_, "dk"];

    private static SessionDomain DomainOf(FastTrackDomain domain, DateTimeOffset now)
    {
        var (name, expires) = (EppDomainName.Parse(domain.DomainName!), domain.AuthToken!.ExpiresAt!.Value);
        return expires > now
            ? new SessionDomain(name, domain.AuthToken.Value, expires)
            : new SessionDomain(name, Token: null, expires) { State = DkTransferDomainState.Expired };
    }

    private static DkTransferContact ContactOf(FastTrackContact contact, FastTrackAddress address) => new()
    {
        Id = contact.Id!,
        Name = contact.Name!,
        Email = contact.Email!,
        Phone = contact.Phone!,
        Street = address.Street!,
        PostalCode = address.Zip!,
        City = address.City!,
        CountryCode = address.Country!.ToUpperInvariant(),
        UserType = new DkUserType(contact.Type!),
        VatNumber = contact.VatNumber,
        ProductionUnitNumber = contact.PNumber,
    };
}
