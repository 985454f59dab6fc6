namespace EppClient.Protocol;

/// <summary>The data of a poll message that decides a pending action: <c>panData</c> of an object mapping.</summary>
public interface IEppPendingActionResult
{
    /// <summary>Whether the action was carried out.</summary>
    bool Succeeded { get; }

    /// <summary>The transaction ids of the command that asked for it.</summary>
    EppTransactionId TransactionId { get; }

    /// <summary>When it was decided.</summary>
    DateTimeOffset CompletedDate { get; }
}
