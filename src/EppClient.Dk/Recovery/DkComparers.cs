using EppClient.Commands;
using EppClient.Xml;

namespace EppClient.Dk;

/// <summary>Compares the registry's own fields of contacts.</summary>
internal sealed class DkContactComparer : IEppExtensionComparer
{
    public string NamespaceUri => DkNamespaces.Dkhm;

    /// <summary>Gets the e-mail address that its owner has not confirmed yet.</summary>
    public static string? EmailToConfirm(EppResponse info) => info.Extension<DkContactInfoResult>()?.ContactVerification?.EmailToConfirm;

    public IEnumerable<EppExpectation> Compare(EppIndeterminateCommand command, IReadOnlyList<IEppElement> requested, EppResponse info)
    {
        if (DkContactUpdate.Find(requested) is not { } update)
        {
            yield break;
        }

        var shown = info.Extension<DkContactInfoResult>() ?? new DkContactInfoResult();
        if (update.UserType is { } userType)
        {
            yield return new EppExpectation("user type", shown.UserType is { } other ? userType == other : null);
        }

        if (update.Cvr is not null)
        {
            yield return new EppExpectation("CVR number", IsShown(update.Cvr, shown.Cvr));
        }

        if (update.PNumber is not null)
        {
            yield return new EppExpectation("production unit number", IsShown(update.PNumber, shown.PNumber));
        }

        if (update.Ean is not null)
        {
            yield return new EppExpectation("EAN", IsShown(update.Ean, shown.Ean));
        }

        if (update.MobilePhone is not null)
        {
            yield return new EppExpectation("mobile phone", IsShown(update.MobilePhone.Number, shown.MobilePhone?.Number));
        }

        if (update.SecondaryEmail is { } email)
        {
            // A new address waits for its owner's confirmation.
            yield return new EppExpectation("secondary e-mail address", email == shown.ContactVerification?.SecondaryEmailToConfirm ? true : IsShown(email, shown.SecondaryEmail));
        }

        if (update.SoleProprietorship is { } sole)
        {
            yield return new EppExpectation("sole proprietorship", shown.SoleProprietorship is { } other ? sole == other : null);
        }

        if (update.ContactVerification is { } verification)
        {
            yield return new EppExpectation("verification of the identity", Same(verification.VerifiedId, shown.ContactVerification?.VerifiedId));
            yield return new EppExpectation("verification of the e-mail address", Same(verification.VerifiedEmail, shown.ContactVerification?.VerifiedEmail));
        }
    }

    private static bool? IsShown(string requested, string? shown) => string.IsNullOrEmpty(shown) ? (requested.Length == 0 ? true : null) : requested == shown;

    private static bool? Same(bool? requested, bool? shown) => requested is null || shown is null ? null : requested == shown;
}

/// <summary>Compares automatic renewal and transfer tokens. The order confirmation token changes nothing that info shows.</summary>
internal sealed class DkDomainComparer : IEppExtensionComparer
{
    public string NamespaceUri => DkNamespaces.Dkhm;

    public IEnumerable<EppExpectation> Compare(EppIndeterminateCommand command, IReadOnlyList<IEppElement> requested, EppResponse info)
    {
        var shown = info.Extension<DkDomainInfoResult>() ?? new DkDomainInfoResult();
        if (DkDomainUpdate.Find(requested)?.AutoRenew is { } autoRenew)
        {
            yield return new EppExpectation("automatic renewal", shown.AutoRenew is { } other ? autoRenew == other : null);
        }

        if ((command.Command as DomainUpdate)?.Change?.AuthInfo is { } authInfo)
        {
            var hasToken = shown.AuthInfo.Any(token => token.Operation == DkAuthInfoOperation.Transfer);
            if (authInfo.IsRemove)
            {
                yield return new EppExpectation("transfer token removed", !hasToken);
            }
            else if (authInfo.Password == DkDomain.MakeTransferToken)
            {
                yield return new EppExpectation("transfer token created", hasToken);
            }
        }
    }
}

/// <summary>A request for another manager of a host, who has to accept: the registry shows nothing of it until then.</summary>
internal sealed class DkHostComparer : IEppExtensionComparer
{
    public string NamespaceUri => DkNamespaces.Dkhm;

    public IEnumerable<EppExpectation> Compare(EppIndeterminateCommand command, IReadOnlyList<IEppElement> requested, EppResponse info) =>
        requested.Select(element => new EppExpectation(element.LocalName, null));
}
