using EppClient.Sessions;

namespace EppClient.Protocol;

/// <summary>Is told what is about to be sent, before the first octet can leave. Where it fails, nothing is sent.</summary>
internal interface ISendWitness
{
    /// <param name="channel">The session that it is to be sent on.</param>
    /// <param name="request">The message, until the answer has come or the command failed: what is to be kept has to be copied.</param>
    /// <param name="cancellationToken">The token to cancel the operation; nothing is sent.</param>
    ValueTask AboutToSendAsync(SessionChannel channel, ReadOnlyMemory<byte> request, CancellationToken cancellationToken);
}
