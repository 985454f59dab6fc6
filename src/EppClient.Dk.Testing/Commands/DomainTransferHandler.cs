namespace EppClient.Dk.Testing.Commands;

/// <summary>domain:transfer, op request: transfers the domain to the requesting registrar at once.</summary>
internal static class DomainTransferHandler
{
    public static DkResult Handle(DkCall call, DomainTransferRequest request)
    {
        if (!call.State.Domains.TryGetValue(EppDomainName.From(request.Name), out var domain))
        {
            return TransferResults.NoDomain;
        }

        var refusal = CheckCaller(call, domain)
            ?? (request.Token is null ? CheckWithoutToken(call, domain) : CheckToken(call, domain, request.Token))
            ?? CheckState(domain)
            ?? CheckCredit(call);
        return refusal ?? DkResult.With(Portfolios.Move(call.State, domain, call.Account, request.Token is not null));
    }

    // The documents assign transfers to different meta-roles in different places.
    private static DkResult? CheckCaller(DkCall call, DkDomainRecord domain)
    {
        if (!call.Has(DkRoles.Proxy | DkRoles.Registrar))
        {
            return TransferResults.NoPrivilege;
        }

        return call.Sponsors(domain) ? TransferResults.AlreadyRegistrarManaged : null;
    }

    private static DkResult? CheckWithoutToken(DkCall call, DkDomainRecord domain)
    {
        if (!call.State.Options.AllowTransferWithoutToken)
        {
            return TransferResults.TokenRequired;
        }

        if (domain.IsRegistrarManaged)
        {
            return TransferResults.AlreadyRegistrarManaged;
        }

        return call.IsRelatedTo(domain) ? null : TransferResults.NotRelated;
    }

    private static DkResult? CheckToken(DkCall call, DkDomainRecord domain, string text)
    {
        var token = Tokens.Find(domain, DkTokenPurpose.Transfer, text);
        if (token is null)
        {
            return TransferResults.WrongToken;
        }

        return token.Expires <= call.Now ? TransferResults.NoValidToken : null;
    }

    private static DkResult? CheckCredit(DkCall call)
    {
        var isRefused = call.State.Options.Quirks.RefuseTransferWithoutCredit && call.Credit < call.State.Options.Prices.Transfer;
        return isRefused ? TransferResults.NoCredit : null;
    }

    private static DkResult? CheckState(DkDomainRecord domain)
    {
        if (domain.IsPendingCreate)
        {
            return TransferResults.NotReady;
        }

        if (domain.IsUnpaid)
        {
            return TransferResults.Unpaid;
        }

        return DomainStatuses.IsTransferProhibited(domain) ? TransferResults.StatusProhibits : null;
    }
}
