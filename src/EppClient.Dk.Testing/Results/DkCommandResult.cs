namespace EppClient.Dk.Testing.Results;

/// <summary>The result of a command, its identifier, and how the caller's message queue looked when it was done.</summary>
internal sealed record DkCommandResult(DkResult Outcome, string ServerTransactionId, int WaitingMessages, long? FirstMessage);
