using EppClient;

namespace DkLifecycle.Targets;

/// <summary>Where the play is given: the registry, and what there is beside EPP.</summary>
internal interface ITarget : IAsyncDisposable
{
    /// <summary>How to reach the registry.</summary>
    EppOptions Options { get; }

    string Description { get; }

    /// <summary>The handle of our account, <c>REG-</c> and digits.</summary>
    string Account { get; }

    /// <summary>The registry's clock.</summary>
    TimeProvider Clock { get; }

    /// <summary>The domain to register.</summary>
    string Domain { get; }

    /// <summary>Three hosts to delegate to: at first the first two, then the last two.</summary>
    IReadOnlyList<string> NameServers { get; }

    /// <summary>A domain that its registrant manages, which will be taken over; null where there is none.</summary>
    LegacyDomain? DomainToTransfer { get; }

    /// <summary>A domain that its registrant manages, with us as its admin; null where there is none.</summary>
    LegacyDomain? WithUsAsProxy { get; }

    /// <summary>A domain of another registrar on our name servers; null where there is none.</summary>
    string? WithOurNameServers { get; }

    /// <summary>A domain that its registrant manages and that stays so; null where there is none.</summary>
    LegacyDomain? OutOfReach { get; }

    /// <summary>Moves the registry's clock forward.</summary>
    /// <returns>Whether that is possible here.</returns>
    bool MoveClock(DateTimeOffset time);

    /// <summary>Lets the registry work for a while.</summary>
    Task WaitAsync(TimeSpan time, CancellationToken cancellationToken);
}

/// <summary>A domain under registrant management, with its registrant at hand.</summary>
/// <param name="Name">The domain.</param>
/// <param name="Registrant">Its registrant's handle.</param>
/// <param name="MakeTransferToken">What the registrant does on the registry's web pages.</param>
/// <param name="Consent">What the registrant does there where the registry asks for consent.</param>
internal sealed record LegacyDomain(string Name, string Registrant, Func<string> MakeTransferToken, Action Consent);
