namespace EppClient.Dk.Testing.Lifecycle;

/// <summary>Changes of registrant, some of which wait for a check of the new registrant.</summary>
internal static class RegistrantChanges
{
    public static void Apply(DkState state, DkDomainRecord domain, string handle)
    {
        state.Charge(domain.Billing, state.Options.Prices.ChangeRegistrant);

        // A token that was created under the old registrant becomes invalid with the change.
        state.Domains[domain.Name] = domain with { Registrant = handle, Tokens = [], IsPendingUpdate = false, Updated = state.Now };
    }

    public static void Hold(DkState state, EppDomainName name, string handle, DkInitiator initiator)
    {
        state.Domains[name] = state.Domains[name] with { IsPendingUpdate = true };
        state.RegistrantChanges.Add(new DkRegistrantChange(name, handle, initiator));
    }

    /// <summary>The new registrant's check has ended: successfully if <paramref name="failure"/>, the reason for the message, is null.</summary>
    public static void Complete(DkState state, string handle, string? failure)
    {
        foreach (var change in state.RegistrantChanges.FindAll(change => DkHandle.Same(change.Handle, handle)))
        {
            state.RegistrantChanges.Remove(change);
            if (state.Domains.TryGetValue(change.Name, out var domain) && domain.IsPendingUpdate)
            {
                Complete(state, domain, change, failure);
            }
        }
    }

    public static void BreakOff(DkState state, EppDomainName name)
    {
        if (state.RegistrantChanges.Find(change => change.Name == name) is not { } change || !state.Domains.TryGetValue(name, out var domain))
        {
            throw new InvalidOperationException($"No change of the registrant of {name} is pending.");
        }

        state.RegistrantChanges.Remove(change);
        Complete(state, domain, change, "was not completed");
    }

    private static void Complete(DkState state, DkDomainRecord domain, DkRegistrantChange change, string? failure)
    {
        if (failure is null)
        {
            Apply(state, domain, change.Handle);
        }
        else
        {
            state.Domains[domain.Name] = domain with { IsPendingUpdate = false };
        }

        var text = failure is null
            ? PollTexts.RegistrantChanged(domain.Name, change.Handle)
            : PollTexts.RegistrantNotChanged(domain.Name, change.Handle, failure);
        var view = new PendingActionView(DkObjectKind.Domain, domain.Name.Unicode, failure is null, change.Initiator, state.Now);
        state.Notify(change.Initiator.User, text, view);
    }
}
