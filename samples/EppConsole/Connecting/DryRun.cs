using EppClient;
using EppConsole.Output;

namespace EppConsole.Connecting;

/// <summary>Shows the first command instead of sending it.</summary>
internal sealed class DryRun(EppProfile profile, Printer print) : IEppClient
{
    public Task<EppResponse> SendCoreAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken)
    {
        print.PrintXml(profile.Preview(command).Xml);
        throw new NothingSentException();
    }
}

/// <summary>Ends a dry run after the command was shown.</summary>
internal sealed class NothingSentException() : Exception("Nothing was sent.");
