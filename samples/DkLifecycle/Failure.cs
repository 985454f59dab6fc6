using EppClient;
using EppClient.Dk;

namespace DkLifecycle;

/// <summary>The text and the exit code for a failure.</summary>
internal static class Failure
{
    public static bool IsExpected(Exception failure) => failure is EppException or OperationCanceledException or WalkthroughStoppedException;

    public static (ExitCode Code, string Text) Explain(Exception failure, IEppCommand? command) => failure switch
    {
        WalkthroughStoppedException stopped => (stopped.Code, stopped.Message),
        EppCommandException or DkRefusedException => (ExitCode.Rejected, failure.Message),
        EppValidationException invalid => (ExitCode.Usage, $"Nothing was sent: {invalid.Message}"),
        EppException { Delivery: EppDelivery.MaybeSent } when Changes(command) =>
            (ExitCode.UnknownOutcome, $"{failure.Message} Check its outcome with info before you send it again."),
        OperationCanceledException when Changes(command) =>
            (ExitCode.UnknownOutcome, "Interrupted. The last command may have been carried out: check with info."),
        OperationCanceledException => (ExitCode.Connection, "Interrupted."),
        _ => (ExitCode.Connection, failure.Message),
    };

    private static bool Changes(IEppCommand? command) => command is not null && !EppResilience.OnlyReads(command);
}
