namespace EppClient.Dk.Testing.Commands.Update;

/// <summary>
/// A domain update in progress: the resulting domain and the effects. The registry is not changed until the last part has passed, so the first
/// failure discards everything.
/// </summary>
internal sealed class UpdateDraft(DkCall call, DkDomainRecord domain, DomainUpdateRequest request)
{
    private readonly List<Action<DkState>> _effects = [];

    public DkCall Call { get; } = call;

    public DkState State => Call.State;

    public DomainUpdateRequest Request { get; } = request;

    /// <summary>The domain before the update.</summary>
    public DkDomainRecord Original { get; } = domain;

    /// <summary>The domain after the parts that have passed.</summary>
    public DkDomainRecord Domain { get; set; } = domain;

    /// <summary>The response if all parts pass. A pending result has precedence over completed ones.</summary>
    public DkResult Result { get; private set; } = DkResult.Success;

    /// <summary>Adds an effect that runs after the domain has been stored.</summary>
    public void Then(Action<DkState> effect) => _effects.Add(effect);

    /// <summary>Sets the data of the response, if all parts complete at once.</summary>
    public void Show(object view) => Result = Result with { Payload = view };

    /// <summary>Makes the result pending, because a part of the update needs consent or a check.</summary>
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
