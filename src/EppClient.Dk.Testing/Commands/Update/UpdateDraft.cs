namespace EppClient.Dk.Testing.Commands.Update;

/// <summary>
/// A domain update under way: the domain as it will be, and what else will happen. Nothing of it touches the registry before the
/// last part has passed, so that the first failure undoes all.
/// </summary>
internal sealed class UpdateDraft(DkCall call, DkDomainRecord domain, DomainUpdateRequest request)
{
    private readonly List<Action<DkState>> _effects = [];

    public DkCall Call { get; } = call;

    public DkState State => Call.State;

    public DomainUpdateRequest Request { get; } = request;

    /// <summary>The domain before the update.</summary>
    public DkDomainRecord Original { get; } = domain;

    /// <summary>The domain with the parts that have passed.</summary>
    public DkDomainRecord Domain { get; set; } = domain;

    /// <summary>The answer where all parts pass. One that is pending outranks those that are done.</summary>
    public DkResult Result { get; private set; } = DkResult.Success;

    /// <summary>What happens after the domain has been stored.</summary>
    public void Then(Action<DkState> effect) => _effects.Add(effect);

    /// <summary>What the answer shows, where all parts pass at once.</summary>
    public void Show(object view) => Result = Result with { Payload = view };

    /// <summary>Part of the update waits for somebody.</summary>
    public void Wait(DkResult pending, Action<DkState> query)
    {
        Result = pending;
        _effects.Add(query);
    }

    public DkResult Commit()
    {
        if (Domain != Original)
        {
            State.Domains[Domain.Name] = Domain with { Updated = State.Now };
        }

        foreach (var effect in _effects)
        {
            effect(State);
        }

        return Result;
    }
}
