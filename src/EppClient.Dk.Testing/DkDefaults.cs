namespace EppClient.Dk.Testing;

/// <summary>The defaults of records that are added to a registry.</summary>
internal static class DkDefaults
{
    public static DkAccount Account(string handle) => new() { Handle = handle, Name = $"Registrar {handle}", Balance = 1000m };

    /// <summary>A Danish private person, verified, under registrant management.</summary>
    public static DkContactRecord Contact(string handle, string name, DateTimeOffset now) => new()
    {
        Handle = handle,
        Sponsor = DkHandle.Registry,
        CreatedBy = DkHandle.Registry,
        Created = now,
        Kind = DkPersonKind.Individual,
        Name = name,
        Address = new DkAddress { Street = ["Testvej 1"], City = "Aarhus C", PostalCode = "8000", CountryCode = "DK" },
        Voice = "+45.20202020",
        Email = $"{handle}@eksempel.dk",
    };

    public static DkHostRecord Host(string name, string manager, DateTimeOffset now) =>
        new() { Name = EppDomainName.From(name), Sponsor = manager, Manager = manager, CreatedBy = manager, Created = now };

    /// <summary>A domain with the handling model of its registrant's sponsor.</summary>
    public static DkDomainRecord Domain(string name, DkContactRecord owner, DkState state) => new()
    {
        Name = EppDomainName.From(name),
        Sponsor = owner.Sponsor,
        Registrant = owner.Handle,
        Administrator = owner.IsRegistrarManaged ? owner.Sponsor : owner.Handle,
        Billing = owner.IsRegistrarManaged ? owner.Sponsor : owner.Handle,
        Created = state.Now,
        Expires = state.Options.Expiry.OneYearFrom(state.Now),
    };
}
