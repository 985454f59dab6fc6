namespace EppClient.Dk.Testing.Results;

/// <summary>The result of a command, its transaction id, and the state of the caller's message queue afterwards.</summary>
internal sealed record DkCommandResult(DkResult Outcome, string ServerTransactionId, int WaitingMessages, long? FirstMessage);
