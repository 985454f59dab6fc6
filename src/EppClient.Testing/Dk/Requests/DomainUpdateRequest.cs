namespace EppClient.Testing.Dk.Requests;

internal sealed record DomainUpdateRequest(string Name)
{
    public NameServerChange? NameServers { get; init; }

    public IReadOnlyList<RoleChange> Roles { get; init; } = [];

    public bool HasStatuses { get; init; }

    public string? Registrant { get; init; }

    public string? OrderConfirmationToken { get; init; }

    /// <summary>A keyword, or the token that authorizes a change of name servers.</summary>
    public string? Password { get; init; }

    public bool RemovesPassword { get; init; }

    public DsChange? Ds { get; init; }

    public bool? AutoRenew { get; init; }

    public RestoreStep? Restore { get; init; }

    public bool HasOtherChangesThanRegistrant =>
        NameServers is not null || Roles.Count > 0 || Password is not null || RemovesPassword || Ds is not null || AutoRenew is not null || Restore is not null;
}

internal sealed record NameServerChange(IReadOnlyList<string> Remove, IReadOnlyList<string> Add)
{
    public bool RemovesByAddress { get; init; }

    public bool AddsByAddress { get; init; }
}

/// <summary>A contact that gets or loses a role, <c>admin</c> or <c>billing</c>.</summary>
internal sealed record RoleChange(string Role, string Handle, bool IsAddition);

internal sealed record DsChange(bool RemovesAll, IReadOnlyList<DkDsRecord> Remove, IReadOnlyList<DkDsRecord> Add)
{
    public bool IsUrgent { get; init; }

    public bool HasKeyData { get; init; }
}

internal enum RestoreStep
{
    Request,
    Report,
}
