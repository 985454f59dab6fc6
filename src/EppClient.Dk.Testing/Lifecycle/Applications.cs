using EppClient.Dk.Testing.Policies;

namespace EppClient.Dk.Testing.Lifecycle;

/// <summary>Processes applications from the queue to registration or refusal.</summary>
internal static class Applications
{
    public static void Enqueue(DkState state, DkApplication application)
    {
        state.Applications.Add(application);
        state.Domains.TryAdd(application.Domain.Name, application.Domain);
        var due = state.Now + state.Options.Applications.GetProcessingTime(application);
        state.Schedule.At(due, later => Process(later, application));
    }

    private static void Process(DkState state, DkApplication application)
    {
        state.Applications.Remove(application);
        var name = application.Domain.Name;
        var outcome = Decide(state, application);
        var isRegistered = outcome is DkApplicationOutcome.Activated or DkApplicationOutcome.PendingCheck;
        if (isRegistered)
        {
            Register(state, application, outcome);
        }
        else
        {
            Reject(state, application);
        }

        var view = new PendingActionView(DkObjectKind.Domain, name.Unicode, isRegistered, application.Initiator, state.Now)
        {
            Risk = isRegistered ? state.Options.Risk.Assess(state.Contacts[application.Domain.Registrant]) : null,
        };
        state.Notify(application.Initiator.User, PollTexts.Application(outcome, name), view);
    }

    private static DkApplicationOutcome Decide(DkState state, DkApplication application)
    {
        if (!state.Domains.TryGetValue(application.Domain.Name, out var present) || !present.IsPendingCreate)
        {
            return DkApplicationOutcome.AlreadyTaken;
        }

        return application.HasMismatchedHandling
            ? DkApplicationOutcome.HandlingMismatch
            : state.Options.Applications.Decide(application, state.Contacts[application.Domain.Registrant]);
    }

    private static void Register(DkState state, DkApplication application, DkApplicationOutcome outcome)
    {
        var name = application.Domain.Name;
        state.Offers.Remove(name);
        state.Charge(application.Account, application.Price);
        state.Domains[name] = application.Domain with
        {
            Created = state.Now,
            Expires = state.Options.Expiry.OneYearFrom(state.Now),
            IsPendingCreate = false,
            IsOnHold = outcome == DkApplicationOutcome.PendingCheck,
        };
        Expiry.Schedule(state, name);
    }

    /// <summary>Rejects an application and makes the next one for the same name the current one.</summary>
    private static void Reject(DkState state, DkApplication application)
    {
        var name = application.Domain.Name;
        if (!state.Domains.TryGetValue(name, out var present) || !present.IsPendingCreate)
        {
            return;
        }

        state.Domains.Remove(name);
        if (state.Applications.Find(next => next.Domain.Name == name) is { } next)
        {
            state.Domains[name] = next.Domain;
        }
    }
}
