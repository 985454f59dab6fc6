namespace EppClient.Dk.Testing.Requests;

/// <summary>One of the two forms of an address: <c>loc</c>, or <c>int</c> in ASCII.</summary>
internal sealed record PostalForm(bool IsInternational, string? Name, string? Organization, DkAddress? Address)
{
    public bool IsAscii => Texts().All(text => text is null || System.Text.Ascii.IsValid(text));

    private IEnumerable<string?> Texts() =>
        [Name, Organization, Address?.City, Address?.StateOrProvince, Address?.PostalCode, .. Address?.Street ?? []];
}

/// <summary>The fields besides the address that both create and update of a contact can have.</summary>
internal sealed record ContactFields
{
    public string? Voice { get; init; }

    public DkPersonKind? Kind { get; init; }

    public string? Cvr { get; init; }

    public string? PNumber { get; init; }

    public string? Ean { get; init; }

    public string? MobilePhone { get; init; }

    public string? SecondaryEmail { get; init; }

    public bool? SoleProprietorship { get; init; }

    public bool? VerifiedId { get; init; }

    public bool? VerifiedEmail { get; init; }

    public bool HasVerification => VerifiedId is not null || VerifiedEmail is not null;
}

internal sealed record ContactCreateRequest(string Id, IReadOnlyList<PostalForm> PostalForms, string Email, ContactFields Fields)
{
    public bool IsRegistrantManaged { get; init; }
}

internal sealed record ContactUpdateRequest(string Id, ContactFields Fields)
{
    public IReadOnlyList<PostalForm> PostalForms { get; init; } = [];

    public string? Email { get; init; }

    public string? Password { get; init; }

    public bool HasStatuses { get; init; }
}
