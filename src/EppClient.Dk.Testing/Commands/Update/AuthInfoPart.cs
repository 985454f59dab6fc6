namespace EppClient.Dk.Testing.Commands.Update;

/// <summary>Creates a token for a keyword, and removes it.</summary>
internal static class AuthInfoPart
{
    private const string TransferKeyword = "autotransfer";
    private const string RedelegationKeyword = "autoredel";

    public static DkResult? Apply(UpdateDraft draft)
    {
        if (draft.Request.RemovesPassword)
        {
            return draft.Request.Password is null ? Unset(draft) : UpdateResults.AuthInfoMisuse;
        }

        return draft.Request.Password switch
        {
            null => null,
            "" => DkResult.ValueRequired("authinfo.pw"),
            TransferKeyword => Set(draft, DkTokenPurpose.Transfer, draft.Call.Administers(draft.Domain) && draft.Call.Has(DkRoles.Proxy)),
            RedelegationKeyword when draft.State.Options.Quirks.RedelegationTokens =>
                Set(draft, DkTokenPurpose.Redelegation, MayRedelegate(draft) && draft.Call.Has(DkRoles.NameServerAdministrator)),

            // With a change of name servers, the text is the token that authorizes it, and has been checked already.
            _ => draft.Request.NameServers is null ? UpdateResults.UnknownKeyword : null,
        };
    }

    private static DkResult? Set(UpdateDraft draft, DkTokenPurpose purpose, bool isAllowed)
    {
        if (!isAllowed)
        {
            return UpdateResults.SetAuthInfoPrivilege;
        }

        if (DomainStatuses.IsUpdateProhibited(draft.Domain) || draft.Domain.IsUnpaid)
        {
            return DkResult.StatusProhibits;
        }

        draft.Domain = Tokens.Add(draft.State, draft.Domain, "REG", purpose).Domain;
        return null;
    }

    private static DkResult? Unset(UpdateDraft draft)
    {
        if (!draft.Call.Administers(draft.Domain) || !draft.Call.Has(DkRoles.Proxy))
        {
            return UpdateResults.UnsetAuthInfoPrivilege;
        }

        draft.Domain = draft.Domain with { Tokens = [] };
        return null;
    }

    private static bool MayRedelegate(UpdateDraft draft) =>
        draft.Call.Administers(draft.Domain) || draft.Call.ManagesAll(draft.Domain.NameServers);
}
