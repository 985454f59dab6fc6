using EppClient.Commands;
using EppClient.Polling;
using Microsoft.Extensions.DependencyInjection;

namespace EppClient.Extensions.Hosting;

/// <summary>The handlers of one worker.</summary>
internal sealed class PollHandlers
{
    public List<Func<PollMessage, object?>> Maps { get; } = [];

    /// <summary>The handlers. Each returns null if the message does not match its type.</summary>
    public List<Func<IServiceProvider, object, EppPollDelivery, CancellationToken, Task?>> All { get; } = [];

    /// <summary>Calls all matching handlers, one after the other because they share a transaction.</summary>
    /// <returns>Whether any handler matched.</returns>
    public async Task<bool> HandleAsync(IServiceScopeFactory scopes, EppPollDelivery delivery, CancellationToken cancellationToken)
    {
        // A message that cannot be read has no type.
        object[] kinds = delivery.Message.XmlFault is not null ? [delivery.Message] : [delivery.Message, .. Maps.Select(map => map(delivery.Message)).OfType<object>()];
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var isHandled = false;
            foreach (var handler in All)
            {
                foreach (var kind in kinds)
                {
                    if (handler(scope.ServiceProvider, kind, delivery, cancellationToken) is { } handling)
                    {
                        await handling.ConfigureAwait(false);
                        isHandled = true;
                    }
                }
            }

            return isHandled;
        }
    }
}
