namespace EppClient;

/// <summary>How an inquiry reaches the registry.</summary>
internal interface IRegistryQueries
{
    Task<EppResponse> QueryAsync(IEppCommand query, CancellationToken cancellationToken);

    Task<EppGreeting> GetGreetingAsync(CancellationToken cancellationToken);

    /// <summary>The registry's time by the last greeting that had one; null if none had.</summary>
    DateTimeOffset? RegistryTime { get; }
}
