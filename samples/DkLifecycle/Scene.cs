using DkLifecycle.Output;
using DkLifecycle.Stages;
using EppClient;

namespace DkLifecycle;

/// <summary>What the acts share: the registry, the narrator, and what earlier acts brought about.</summary>
internal sealed class Scene
{
    /// <summary>The pool itself, for the act that looks at a session.</summary>
    public required EppSessionPool Pool { get; init; }

    /// <summary>Where commands go.</summary>
    public required IEppClient Registry { get; init; }

    public required Narrator Show { get; init; }

    public required IStage Stage { get; init; }

    /// <summary>The handle of the domain's registrant.</summary>
    public string Registrant { get; set; } = string.Empty;

    /// <summary>When the paid term of the domain ends.</summary>
    public DateTimeOffset ExpiryDate { get; set; }
}
