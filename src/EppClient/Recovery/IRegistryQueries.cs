namespace EppClient;

/// <summary>Sends the queries of a reconciliation to the registry.</summary>
internal interface IRegistryQueries
{
    Task<EppResponse> QueryAsync(IEppCommand query, CancellationToken cancellationToken);

    Task<EppGreeting> GetGreetingAsync(CancellationToken cancellationToken);

    /// <summary>The registry's current time according to the last greeting with a time; null if none had one.</summary>
    DateTimeOffset? RegistryTime { get; }
}
