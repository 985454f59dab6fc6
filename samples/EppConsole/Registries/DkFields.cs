using EppClient;
using EppClient.Commands;
using EppClient.Dk;
using EppConsole.Output;

namespace EppConsole.Registries;

/// <summary>The data of .dk. Transfer tokens are not among it: the verb token shows them.</summary>
internal sealed class DkFields : IRegistryFields
{
    public string Currency => "DKK";

    // The registry's elements have the same names for several commands: the data element says which it is.
    public IReadOnlyList<Field> Of(EppResponse response) => response.DataElements is [var data, ..]
        ? data switch
        {
            DomainInfoResult when response.Extension<DkDomainInfoResult>() is { } domain => Domain(domain),
            ContactInfoResult when response.Extension<DkContactInfoResult>() is { } contact => Contact(contact),
            _ => [],
        }
        : response.Extension<DkDomainCreateResult>() is { TrackingNumber: not null } created ? Created(created) : [];

    public IReadOnlyList<Field> Of(PollMessage message)
    {
        if (DkPollEvent.From(message) is var known && known is DkUnknownEvent)
        {
            return [];
        }

        return [new("event", known.GetType().Name), new("subject", known.Subject), .. Details(known), .. known.IsTooLate ? [new Field("tooLate", true)] : Array.Empty<Field>()];
    }

    private static IReadOnlyList<Field> Details(DkPollEvent known) => known switch
    {
        DkApplicationDecided decided => [new("decision", decided.Decision), new("risk", decided.Risk), new("registrantCheck", decided.Check)],
        DkRegistrantChangeDecided decided => [new("decision", decided.Decision), new("registrant", decided.Registrant)],
        DkNameServersChanged changed => [new("before", Names(changed.Before)), new("after", Names(changed.After))],
        DkPortfolioChanged changed => [new("gained", changed.IsGain)],
        DkPayerRemoved removed => [new("payer", removed.Payer)],
        DkDomainSuspended suspended => [new("cause", suspended.Cause)],
        DkDeletionStopped stopped => [new("restored", stopped.WasRestored)],
        DkHostRegistrationDecided decided => [new("decision", decided.Decision), new("decider", decided.Decider), new("manager", decided.Manager)],
        DkHostManagerDecided decided => [new("decision", decided.Decision), new("manager", decided.Manager)],
        DkEmailChange change => [new("state", change.State), new("secondary", change.IsSecondary), new("email", change.Email)],
        DkContactCheck check => [new("check", check.Kind), new("state", check.State)],
        DkEmailBounced bounced => [new("secondary", bounced.IsSecondary), new("email", bounced.Email), new("cause", bounced.Cause)],
        _ => [],
    };

    private static IReadOnlyList<Field> Domain(DkDomainInfoResult domain) =>
    [
        new("autoRenew", domain.AutoRenew),
        new("registrantValidated", domain.RegistrantValidated),
        new("vid", domain.Vid),
        new("advisory", domain.DomainAdvisory?.Advisory),
        new("advisoryDate", domain.DomainAdvisory?.Date),
        new("tokens", domain.AuthInfo.Select(token => (IReadOnlyList<Field>)[new("operation", token.Operation), new("expires", token.ExpiryDate)]).ToList()),
    ];

    private static IReadOnlyList<Field> Contact(DkContactInfoResult contact) =>
    [
        new("kind", contact.UserType),
        new("cvr", contact.Cvr),
        new("pNumber", contact.PNumber),
        new("ean", contact.Ean),
        new("soleProprietorship", contact.SoleProprietorship),
        new("mobile", contact.MobilePhone?.Number),
        new("secondEmail", contact.SecondaryEmail),
        new("validated", contact.ContactValidated),
        new("emailToConfirm", contact.ContactVerification?.EmailToConfirm),
    ];

    private static IReadOnlyList<Field> Created(DkDomainCreateResult created) =>
        [new("trackingNumber", created.TrackingNumber), new("registrantValidated", created.RegistrantValidated)];

    private static List<string> Names(IReadOnlyList<EppDomainName> names) => [.. names.Select(name => name.Ascii)];
}
