namespace EppClient.Dk.Testing;

/// <summary>A snapshot of a contact ("user") in the registry.</summary>
public sealed record DkContactRecord
{
    /// <summary>The handle, such as <c>IP1-DK</c>.</summary>
    public required string Handle { get; init; }

    /// <summary>The sponsor: a registrar's handle, or <see cref="DkHandle.Registry"/> under registrant management.</summary>
    public required string Sponsor { get; init; }

    /// <summary>Who created it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Who changed it last.</summary>
    public string? UpdatedBy { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The kind of contact.</summary>
    public required DkPersonKind Kind { get; init; }

    /// <summary>The name of the person, or of the contact person if there is an <see cref="Organization"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The organization's name, if <see cref="Name"/> is its contact person.</summary>
    public string? Organization { get; init; }

    /// <summary>The postal address.</summary>
    public required DkAddress Address { get; init; }

    /// <summary>The telephone number, in the EPP format.</summary>
    public string? Voice { get; init; }

    /// <summary>The mobile telephone number.</summary>
    public string? MobilePhone { get; init; }

    /// <summary>The primary e-mail address.</summary>
    public required string Email { get; init; }

    /// <summary>The secondary e-mail address.</summary>
    public string? SecondaryEmail { get; init; }

    /// <summary>The number of a company, Danish or not.</summary>
    public string? Cvr { get; init; }

    /// <summary>The number of a production unit of a Danish company.</summary>
    public string? PNumber { get; init; }

    /// <summary>The number for electronic invoices.</summary>
    public string? Ean { get; init; }

    /// <summary>Whether the company is a sole proprietorship.</summary>
    public bool SoleProprietorship { get; init; }

    /// <summary>The public register that owns this contact's name and address, if there is one.</summary>
    public DkRegisterLock Lock { get; init; }

    /// <summary>The state of the checks of its identity and e-mail address.</summary>
    public DkVerification Verification { get; init; } = new();

    /// <summary>The name of the person or organization, without the contact person.</summary>
    public string EntityName => Organization ?? Name;

    /// <summary>Whether a registrar manages it.</summary>
    public bool IsRegistrarManaged => DkHandle.IsRegistrar(Sponsor);

    /// <summary>Whether its address is in Denmark.</summary>
    public bool IsDanish => DkHandle.Same(Address.CountryCode, "DK");

    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Handle = ").Append(Handle).Append(", Sponsor = ").Append(Sponsor).Append(", Kind = ").Append(Kind);
        return true;
    }
}
