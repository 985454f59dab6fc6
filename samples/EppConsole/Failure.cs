using EppClient;
using EppClient.Bulk;
using EppConsole.Output;

namespace EppConsole;

/// <summary>The text and the exit code for a failure. The library's messages have the cause and the remedy.</summary>
internal static class Failure
{
    public static bool IsExpected(Exception failure) => failure is EppException or OperationCanceledException or UsageException or ArgumentException;

    /// <param name="failure">The failure.</param>
    /// <param name="command">The last command, if there is one.</param>
    public static (ExitCode Code, string Text) Explain(Exception failure, IEppCommand? command)
    {
        var (code, text) = Classify(failure, command);
        return (code, OptionNames.InText(text));
    }

    private static (ExitCode Code, string Text) Classify(Exception failure, IEppCommand? command) => failure switch
    {
        UsageException => (ExitCode.Usage, failure.Message),
        EppOptionsException options => (ExitCode.Usage, string.Join(Environment.NewLine, options.Failures)),
        ArgumentException => (ExitCode.Usage, failure.Message.Split(" (Parameter '")[0]),
        EppValidationException invalid => (ExitCode.Usage, $"Nothing was sent: {OptionNames.InWords(invalid.Member)} {invalid.Rule}."),
        EppCommandException => (ExitCode.Rejected, failure.Message),
        EppBulkStoppedException { Reason: EppBulkStopReason.RegistryUnavailable or EppBulkStopReason.StoreFailed } => (ExitCode.Connection, failure.Message),
        EppBulkStoppedException => (ExitCode.Rejected, failure.Message),
        EppBulkException => (ExitCode.Usage, failure.Message),
        EppException { Delivery: EppDelivery.MaybeSent } when Changes(command) =>
            (ExitCode.UnknownOutcome, $"{failure.Message} Check its outcome with info before you send it again."),
        OperationCanceledException when Changes(command) =>
            (ExitCode.UnknownOutcome, "Interrupted. The last command may have been carried out: check with info."),
        OperationCanceledException => (ExitCode.Connection, "Interrupted."),
        _ => (ExitCode.Connection, failure.Message),
    };

    private static bool Changes(IEppCommand? command) => command is not null && !EppResilience.OnlyReads(command);
}
