namespace EppClient.Testing.Dk.Results;

/// <summary>The result of a command, its identifier, and how the caller's message queue looked when it was done.</summary>
internal sealed record DkReceipt(DkResult Outcome, string ServerTransactionId, int WaitingMessages, long? FirstMessage);
