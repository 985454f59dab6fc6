using DkLifecycle.Output;
using DkLifecycle.Targets;
using EppClient;
using EppClient.Dk;

namespace DkLifecycle;

/// <summary>What the acts share: the registry, the narrator, and what earlier acts brought about.</summary>
internal sealed class StepContext
{
    /// <summary>The pool itself, for the act that looks at a session.</summary>
    public required EppSessionPool Pool { get; init; }

    /// <summary>Where plain commands go.</summary>
    public required IEppClient Registry { get; init; }

    /// <summary>Our account, over the same client.</summary>
    public required DkRegistrar Registrar { get; init; }

    public required Narrator Show { get; init; }

    public required ITarget Target { get; init; }

    /// <summary>When the paid term of the domain ends.</summary>
    public DateTimeOffset ExpiryDate { get; set; }

    /// <summary>Reads the domain of this play, which is ours.</summary>
    public async Task<DkRegistrarDomain> OursAsync(CancellationToken cancellationToken) =>
        await Registrar.GetDomainAsync(Target.Domain, cancellationToken) as DkRegistrarDomain
        ?? throw new WalkthroughStoppedException(ExitCode.Rejected, $"{Target.Domain} is not managed by {Registrar.Handle}. Is that our account?");
}
