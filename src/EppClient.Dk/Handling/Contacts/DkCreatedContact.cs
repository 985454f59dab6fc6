using EppClient.Protocol;

namespace EppClient.Dk;

/// <summary>A contact that was created, or found.</summary>
public sealed record DkCreatedContact
{
    /// <summary>The handle.</summary>
    public required string Id { get; init; }

    /// <summary>Whether the account had this contact before, with the same data, so that none was created.</summary>
    public required bool IsReused { get; init; }

    /// <summary>When it was created, which is long ago where it is reused.</summary>
    public required DateTimeOffset CreatedDate { get; init; }

    /// <summary>The registry's answer.</summary>
    public required EppResponse Response { get; init; }
}
