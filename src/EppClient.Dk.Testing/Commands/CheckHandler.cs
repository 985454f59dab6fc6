namespace EppClient.Dk.Testing.Commands;

/// <summary>domain:check, host:check and contact:check.</summary>
internal static class CheckHandler
{
    // The registry's documents do not say how it responds for an invalid name. Such a name cannot be available.
    private const string Invalid = "Invalid name";

    public static DkResult Domains(DkCall call, IReadOnlyList<string> names) => Respond(DkObjectKind.Domain, names, text =>
    {
        var name = EppDomainName.From(text);
        return new AvailabilityItem(name.Unicode, ReasonAgainst(call.State, name));
    });

    public static DkResult Hosts(DkCall call, IReadOnlyList<string> names) => Respond(DkObjectKind.Host, names, text =>
    {
        var name = EppDomainName.From(text);
        var invalid = HostNames.Check(name) is null ? null : Invalid;
        return new AvailabilityItem(name.Unicode, call.State.Hosts.ContainsKey(name) ? InUse(call.State) : invalid);
    });

    public static DkResult Contacts(DkCall call, IReadOnlyList<string> handles) => Respond(DkObjectKind.Contact, handles, handle =>
        new AvailabilityItem(handle, call.State.Contacts.ContainsKey(handle) ? InUse(call.State) : null));

    private static DkResult Respond(DkObjectKind kind, IReadOnlyList<string> names, Func<string, AvailabilityItem> look) =>
        DkResult.With(new AvailabilityView(kind, [.. names.Select(look)]));

    private static string? ReasonAgainst(DkState state, EppDomainName name)
    {
        if (state.Applications.Any(application => application.Domain.Name == name))
        {
            return "Enqueued";
        }

        if (state.Domains.ContainsKey(name))
        {
            return InUse(state);
        }

        if (state.Offers.ContainsKey(name))
        {
            return "Offered for pos. on waiting list";
        }

        return DomainNames.IsRegistrable(name) ? null : Invalid;
    }

    private static string InUse(DkState state) => state.Options.Quirks.CapitalInUse ? "In Use" : "In use";
}
