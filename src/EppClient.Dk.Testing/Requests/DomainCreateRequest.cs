namespace EppClient.Dk.Testing.Requests;

internal sealed record DomainCreateRequest(string Name)
{
    public int? Years { get; init; }

    public IReadOnlyList<string> NameServers { get; init; } = [];

    /// <summary>Whether name servers were given with their addresses, not as hosts.</summary>
    public bool HasNameServerAddresses { get; init; }

    public string? Registrant { get; init; }

    public bool HasContacts { get; init; }

    /// <summary>The code of a waiting-list offer; otherwise ignored.</summary>
    public string? Password { get; init; }

    public string? OrderConfirmationToken { get; init; }

    public bool? AutoRenew { get; init; }

    public bool IsRegistrantManaged { get; init; }

    public IReadOnlyList<DkDsRecord> DsRecords { get; init; } = [];
}
