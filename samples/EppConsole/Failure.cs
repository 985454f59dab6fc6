using EppClient;
using EppClient.Bulk;

namespace EppConsole;

/// <summary>What a failure means, and the exit code for it. The library's messages say what happened and what to change.</summary>
internal static class Failure
{
    public static bool IsExpected(Exception failure) => failure is EppException or OperationCanceledException or UsageException or ArgumentException;

    /// <param name="failure">What went wrong.</param>
    /// <param name="command">The command that was sent last, where there was one.</param>
    public static (ExitCode Code, string Text) Explain(Exception failure, IEppCommand? command) => failure switch
    {
        UsageException or ArgumentException => (ExitCode.Usage, failure.Message),
        EppValidationException => (ExitCode.Usage, $"Nothing was sent: {failure.Message}"),
        EppCommandException => (ExitCode.Rejected, failure.Message),
        EppBulkStoppedException { Reason: EppBulkStopReason.RegistryUnavailable or EppBulkStopReason.StoreFailed } => (ExitCode.Connection, failure.Message),
        EppBulkStoppedException => (ExitCode.Rejected, failure.Message),
        EppBulkException => (ExitCode.Usage, failure.Message),
        EppException { Delivery: EppDelivery.MaybeSent } when Changes(command) =>
            (ExitCode.UnknownOutcome, $"{failure.Message} Ask the registry with info what became of it before you send it again."),
        OperationCanceledException when Changes(command) =>
            (ExitCode.UnknownOutcome, "Interrupted. The last command may have been carried out: ask the registry with info."),
        OperationCanceledException => (ExitCode.Connection, "Interrupted."),
        _ => (ExitCode.Connection, failure.Message),
    };

    private static bool Changes(IEppCommand? command) => command is not null && !EppResilience.OnlyReads(command);
}
