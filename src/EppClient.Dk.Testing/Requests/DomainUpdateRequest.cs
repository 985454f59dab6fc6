namespace EppClient.Dk.Testing.Requests;

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

    /// <summary>The kinds of change in the command. A token with a change of name servers only authorizes it.</summary>
    public IReadOnlyList<string> Operations => [.. new (bool Asked, string Name)[]
    {
        (Registrant is not null, "registrant"),
        (NameServers is not null, "nameservers"),
        (Roles.Any(role => role.Role == "billing"), "billing"),
        (Roles.Any(role => role.Role == "admin"), "admin"),
        (Ds is not null, "dsrecords"),
        ((Password is not null && NameServers is null) || RemovesPassword, "authinfo"),
        (AutoRenew is not null, "autorenew"),
        (Restore is not null, "restore"),
    }.Where(operation => operation.Asked).Select(operation => operation.Name)];

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

    public bool HasSignatureLife { get; init; }
}

internal enum RestoreStep
{
    Request,
    Report,
}
