using EppClient.Protocol;
using EppClient.Reconciliation;
using EppClient.Xml;

namespace EppClient.Dk;

/// <summary>The fields of contacts that are the registry's own.</summary>
internal sealed class DkContactComparer : IEppExtensionComparer
{
    public string NamespaceUri => DkNamespaces.Dkhm;

    /// <summary>The e-mail address that its owner has not confirmed yet.</summary>
    public static string? EmailToConfirm(EppResponse info) => info.Extension<DkContactInfoResult>()?.ContactVerification?.EmailToConfirm;

    public IEnumerable<EppFact> Compare(EppUnsettledCommand command, IReadOnlyList<IEppElement> asked, EppResponse info)
    {
        if (DkContactUpdate.Find(asked) is not { } update)
        {
            yield break;
        }

        var shown = info.Extension<DkContactInfoResult>() ?? new DkContactInfoResult();
        if (update.UserType is { } userType)
        {
            yield return new EppFact("user type", shown.UserType is { } other ? userType == other : null);
        }

        if (update.Cvr is not null)
        {
            yield return new EppFact("CVR number", IsShown(update.Cvr, shown.Cvr));
        }

        if (update.PNumber is not null)
        {
            yield return new EppFact("production unit number", IsShown(update.PNumber, shown.PNumber));
        }

        if (update.Ean is not null)
        {
            yield return new EppFact("EAN", IsShown(update.Ean, shown.Ean));
        }

        if (update.MobilePhone is not null)
        {
            yield return new EppFact("mobile phone", IsShown(update.MobilePhone.Number, shown.MobilePhone?.Number));
        }

        if (update.SecondaryEmail is { } email)
        {
            // A new one waits for its owner's confirmation.
            yield return new EppFact("secondary e-mail address", email == shown.ContactVerification?.SecondaryEmailToConfirm ? true : IsShown(email, shown.SecondaryEmail));
        }

        if (update.SoleProprietorship is { } sole)
        {
            yield return new EppFact("sole proprietorship", shown.SoleProprietorship is { } other ? sole == other : null);
        }

        if (update.ContactVerification is { } verification)
        {
            yield return new EppFact("verification of the identity", Same(verification.VerifiedId, shown.ContactVerification?.VerifiedId));
            yield return new EppFact("verification of the e-mail address", Same(verification.VerifiedEmail, shown.ContactVerification?.VerifiedEmail));
        }
    }

    private static bool? IsShown(string asked, string? shown) => string.IsNullOrEmpty(shown) ? (asked.Length == 0 ? true : null) : asked == shown;

    private static bool? Same(bool? asked, bool? shown) => asked is null || shown is null ? null : asked == shown;
}
