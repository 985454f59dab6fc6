using DkLifecycle.Output;
using DkLifecycle.Targets;
using EppClient;
using EppClient.Dk;

namespace DkLifecycle;

/// <summary>The state that the steps share: the registry, the narrator, and the results of earlier steps.</summary>
internal sealed class StepContext
{
    /// <summary>The pool itself, for the step that shows a session.</summary>
    public required EppSessionPool Pool { get; init; }

    /// <summary>The client for plain commands.</summary>
    public required IEppClient Registry { get; init; }

    /// <summary>Our account, with the same client.</summary>
    public required DkRegistrar Registrar { get; init; }

    public required Narrator Show { get; init; }

    public required ITarget Target { get; init; }

    /// <summary>The end of the domain's paid term.</summary>
    public DateTimeOffset ExpiryDate { get; set; }

    /// <summary>Reads the domain of this story, which is ours.</summary>
    public async Task<DkRegistrarDomain> OursAsync(CancellationToken cancellationToken) =>
        await Registrar.GetDomainAsync(Target.Domain, cancellationToken) as DkRegistrarDomain
        ?? throw new WalkthroughStoppedException(ExitCode.Rejected, $"{Target.Domain} is not managed by {Registrar.Handle}. Check that this is our account.");
}
