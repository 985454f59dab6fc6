namespace EppClient.Protocol;

/// <summary>How an inquiry reaches the registry.</summary>
internal interface IRegistryQuestions
{
    Task<EppResponse> AskAsync(IEppCommand question, CancellationToken cancellationToken);

    Task<EppGreeting> GreetAsync(CancellationToken cancellationToken);
}
