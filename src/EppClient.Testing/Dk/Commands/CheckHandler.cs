using EppClient.Dk;

namespace EppClient.Testing.Dk.Commands;

/// <summary>domain:check, host:check and contact:check.</summary>
internal static class CheckHandler
{
    public static DkResult Domains(DkCall call, IReadOnlyList<string> names) => Answer(DkObjectKind.Domain, names, text =>
    {
        var name = DkDomainName.From(text);
        return new AvailabilityItem(name.Unicode, ReasonAgainst(call.State, name));
    });

    public static DkResult Hosts(DkCall call, IReadOnlyList<string> names) => Answer(DkObjectKind.Host, names, text =>
    {
        var name = DkDomainName.From(text);
        return new AvailabilityItem(name.Unicode, call.State.Hosts.ContainsKey(name) ? InUse(call.State) : null);
    });

    public static DkResult Contacts(DkCall call, IReadOnlyList<string> handles) => Answer(DkObjectKind.Contact, handles, handle =>
        new AvailabilityItem(handle, call.State.Contacts.ContainsKey(handle) ? InUse(call.State) : null));

    private static DkResult Answer(DkObjectKind kind, IReadOnlyList<string> names, Func<string, AvailabilityItem> look) =>
        DkResult.With(new AvailabilityView(kind, [.. names.Select(look)]));

    private static string? ReasonAgainst(DkState state, DkDomainName name)
    {
        if (state.Applications.Any(application => application.Domain.Name == name))
        {
            return "Enqueued";
        }

        if (state.Domains.ContainsKey(name))
        {
            return InUse(state);
        }

        return state.Offers.ContainsKey(name) ? "Offered for pos. on waiting list" : null;
    }

    private static string InUse(DkState state) => state.Options.Quirks.CapitalInUse ? "In Use" : "In use";
}
