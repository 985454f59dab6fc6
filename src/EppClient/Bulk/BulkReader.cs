using EppClient.Protocol;

namespace EppClient.Bulk;

/// <summary>What a task asks with: in the bulk lane, and only questions.</summary>
internal sealed class BulkReader(IEppClient client, EppSendOptions lane) : IEppClient
{
    public Task<EppResponse> TransactAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return EppResilience.OnlyReads(command)
            ? client.TransactAsync(command, options with { Lane = lane.Lane, Timeout = options.Timeout ?? lane.Timeout }, cancellationToken)
            : throw new InvalidOperationException(
                $"A bulk task has tried to send {command.GetType().Name} while it prepared a row. It may only ask; return the command that changes something, so that the job records it before it is sent.");
    }
}
