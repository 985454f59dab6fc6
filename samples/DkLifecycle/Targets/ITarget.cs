using EppClient;

namespace DkLifecycle.Targets;

/// <summary>The registry of the story, and the actions outside EPP.</summary>
internal interface ITarget : IAsyncDisposable
{
    /// <summary>The connection to the registry.</summary>
    EppOptions Options { get; }

    string Description { get; }

    /// <summary>The handle of our account: <c>REG-</c> and digits.</summary>
    string Account { get; }

    /// <summary>The registry's clock.</summary>
    TimeProvider Clock { get; }

    /// <summary>The domain to register.</summary>
    string Domain { get; }

    /// <summary>Three hosts for the delegation: first the first two, then the last two.</summary>
    IReadOnlyList<string> NameServers { get; }

    /// <summary>A domain under registrant management that will be transferred; null if there is none.</summary>
    LegacyDomain? DomainToTransfer { get; }

    /// <summary>A domain under registrant management, with us as its admin; null if there is none.</summary>
    LegacyDomain? WithUsAsProxy { get; }

    /// <summary>A domain of another registrar on our name servers; null if there is none.</summary>
    string? WithOurNameServers { get; }

    /// <summary>A domain that stays under registrant management; null if there is none.</summary>
    LegacyDomain? OutOfReach { get; }

    /// <summary>Moves the registry's clock forward.</summary>
    /// <returns>Whether that is possible here.</returns>
    bool MoveClock(DateTimeOffset time);

    /// <summary>Gives the registry time to work.</summary>
    Task WaitAsync(TimeSpan time, CancellationToken cancellationToken);
}

/// <summary>A domain under registrant management, with the actions of its registrant.</summary>
/// <param name="Name">The domain.</param>
/// <param name="Registrant">Its registrant's handle.</param>
/// <param name="MakeTransferToken">Creates a transfer token, as the registrant does on the registry's web pages.</param>
/// <param name="Consent">Consents to the registry's request, as the registrant does there.</param>
internal sealed record LegacyDomain(string Name, string Registrant, Func<string> MakeTransferToken, Action Consent);
