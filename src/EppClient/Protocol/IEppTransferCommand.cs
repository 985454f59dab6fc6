namespace EppClient.Protocol;

/// <summary>A transfer command: its operation stands on the envelope, not on the object's element.</summary>
public interface IEppTransferCommand : IEppCommand
{
    /// <summary>What the command does.</summary>
    EppTransferOperation Operation { get; }

    /// <summary>The same command with another operation.</summary>
    /// <param name="operation">The operation.</param>
    IEppTransferCommand WithOperation(EppTransferOperation operation);
}
