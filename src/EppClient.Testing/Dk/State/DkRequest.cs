using EppClient.Dk;

namespace EppClient.Testing.Dk.State;

/// <summary>Something that waits for a person's yes or no, outside EPP.</summary>
/// <param name="Person">The handle of who decides.</param>
/// <param name="Subject">The name of the domain or host that it is about.</param>
internal sealed record DkRequest(string Person, DkDomainName Subject)
{
    public required Action<DkState> Accepted { get; init; }

    public required Action<DkState> Refused { get; init; }

    public required Action<DkState> Expired { get; init; }
}
