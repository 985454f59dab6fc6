namespace EppClient.Dk.Testing.Rules;

/// <summary>Determines who can be a name server manager: a contact, or (the documents disagree) a registrar.</summary>
internal static class HostManagers
{
    public static DkResult? Check(DkState state, string? handle, DkResult whenRegistrar)
    {
        if (handle is null)
        {
            return null;
        }

        if (DkHandle.IsRegistrar(handle) && state.Options.Quirks.RefuseRegistrarAsNameServerManager)
        {
            return whenRegistrar;
        }

        return state.Contacts.ContainsKey(handle) || state.Accounts.ContainsKey(handle) ? null : DomainResults.ContactNotFound;
    }
}
