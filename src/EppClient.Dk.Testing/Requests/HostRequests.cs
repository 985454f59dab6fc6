using System.Net;

namespace EppClient.Dk.Testing.Requests;

internal sealed record HostCreateRequest(string Name, IReadOnlyList<IPAddress> Addresses, string? RequestedManager = null);

internal sealed record HostUpdateRequest(string Name)
{
    public IReadOnlyList<IPAddress> Add { get; init; } = [];

    public IReadOnlyList<IPAddress> Remove { get; init; } = [];

    public bool HasStatuses { get; init; }

    public string? NewName { get; init; }

    public string? RequestedManager { get; init; }
}
