using EppClient.Commands.Contact;
using EppClient.Protocol;

namespace EppClient.Reconciliation;

/// <summary>After an update of a contact: does it show what the command adds and changes, and none of what it removes?</summary>
public sealed class ContactUpdateReconciler : IEppReconciler
{
    private readonly IReadOnlyList<IEppExtensionComparer> _extensions;
    private readonly Func<EppResponse, string?>? _emailToConfirm;

    /// <summary>Creates the reconciler.</summary>
    /// <param name="extensions">What knows extensions; what nobody knows counts as not shown.</param>
    public ContactUpdateReconciler(params IReadOnlyList<IEppExtensionComparer> extensions)
        : this(null, extensions)
    {
    }

    /// <summary>Creates the reconciler of a registry where a new e-mail address waits for its owner's confirmation.</summary>
    /// <param name="emailToConfirm">The address that waits, in an answer to info; null where none does.</param>
    /// <param name="extensions">What knows extensions; what nobody knows counts as not shown.</param>
    public ContactUpdateReconciler(Func<EppResponse, string?>? emailToConfirm, params IReadOnlyList<IEppExtensionComparer> extensions) =>
        (_emailToConfirm, _extensions) = (emailToConfirm, extensions);

    /// <inheritdoc/>
    public bool CanReconcile(EppUnsettledCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.Command is ContactUpdate;
    }

    /// <inheritdoc/>
    public async Task<EppReconciliation> ReconcileAsync(EppInquiry inquiry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inquiry);
        var update = (ContactUpdate)inquiry.Command.Command;
        var info = await inquiry.AskContactAsync(update.Id, cancellationToken).ConfigureAwait(false);
        if (!info.IsSuccess)
        {
            return inquiry.CannotTell(info);
        }

        var contact = info.Data;
        var facts = Statuses(update.Add, contact, isAdded: true)
            .Concat(Statuses(update.Remove, contact, isAdded: false))
            .Concat(Changes(update.Change, contact, _emailToConfirm?.Invoke(info)))
            .Concat(UpdateJudge.Extensions(inquiry.Command, _extensions, info));
        var isPending = contact.Statuses.Any(status => status.Status == ContactStatusValue.PendingUpdate);
        return await UpdateJudge.JudgeAsync(inquiry, "contact", facts, contact.UpdatedDate, isPending, cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<EppFact> Statuses(ContactAddRemove? part, ContactInfoResult contact, bool isAdded) =>
        (part?.Statuses ?? []).Select(status => new EppFact(
            $"status {status.Status.Value} {(isAdded ? "added" : "removed")}",
            contact.Statuses.Any(other => other.Status == status.Status) == isAdded));

    private static IEnumerable<EppFact> Changes(ContactChange? change, ContactInfoResult contact, string? emailToConfirm)
    {
        if (change is null)
        {
            yield break;
        }

        foreach (var postal in change.PostalInfo)
        {
            yield return new EppFact($"{postal.Type.Value} postal information", IsShown(postal, contact));
        }

        if (change.Voice is not null)
        {
            yield return new EppFact("voice", Same.Text(change.Voice, contact.Voice));
        }

        if (change.Fax is not null)
        {
            yield return new EppFact("fax", Same.Text(change.Fax, contact.Fax));
        }

        if (change.Email is { } email)
        {
            yield return new EppFact("e-mail address", Same.Text(email, contact.Email) == true || email == emailToConfirm);
        }

        if (change.Disclosure is not null)
        {
            yield return new EppFact("disclosure", null);
        }

        if (!string.IsNullOrEmpty(change.AuthInfo?.Password))
        {
            yield return new EppFact("authorization information", null);
        }
    }

    private static bool? IsShown(ContactPostalInfoChange asked, ContactInfoResult contact)
    {
        // Some registries keep one form only, whichever was sent.
        var shown = contact.PostalInfo.FirstOrDefault(form => form.Type == asked.Type) ?? (contact.PostalInfo is [var only] ? only : null);
        if (shown is null)
        {
            return null;
        }

        return (asked.Name is null || Same.Text(asked.Name, shown.Name) == true)
            && (asked.Organization is null || Same.Text(asked.Organization, shown.Organization) == true)
            && (asked.Address is not { } address
                || (address.StreetLines.SequenceEqual(shown.Address.StreetLines)
                    && (address.City, address.CountryCode) == (shown.Address.City, shown.Address.CountryCode)
                    && Same.Text(address.PostalCode, shown.Address.PostalCode) == true
                    && Same.Text(address.StateOrProvince, shown.Address.StateOrProvince) == true));
    }
}
