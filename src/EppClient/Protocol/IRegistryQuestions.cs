namespace EppClient.Protocol;

/// <summary>How an inquiry reaches the registry.</summary>
internal interface IRegistryQuestions
{
    Task<EppResponse> AskAsync(IEppCommand question, CancellationToken cancellationToken);

    Task<EppGreeting> GreetAsync(CancellationToken cancellationToken);

    /// <summary>The registry's time by the last greeting that had one; null if none had.</summary>
    DateTimeOffset? RegistryTime { get; }
}
