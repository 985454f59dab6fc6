using EppClient.Protocol;

namespace EppClient;

/// <summary>A client of this library. It selects the data and throws the refusals itself, which saves a step for each command.</summary>
internal interface IDirectClient
{
    /// <summary>Sends a command, as <see cref="IEppClient.TransactAsync"/> does; a refusal is an exception.</summary>
    /// <param name="command">The command.</param>
    /// <param name="options">What this call sets for itself.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppCommandException">The registry refused the command.</exception>
    Task<EppResponse> SendAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken);

    /// <summary>Sends a command, as <see cref="IEppClient.TransactAsync"/> does, and selects the data of the response.</summary>
    /// <typeparam name="TData">The type of the response's data.</typeparam>
    /// <param name="command">The command.</param>
    /// <param name="options">What this call sets for itself.</param>
    /// <param name="isRefusalThrown">Whether a refusal is an exception.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppCommandException">The registry refused the command, and <paramref name="isRefusalThrown"/> is set.</exception>
    Task<EppResponse<TData>> TransactAsync<TData>(IEppCommand<TData> command, EppSendOptions options, bool isRefusalThrown, CancellationToken cancellationToken)
        where TData : class;
}
