using EppClient.Commands;
using EppClient.Recovery.Reconcilers;

namespace EppClient;

/// <summary>Reconciles an update of a contact: checks whether the contact has what the command adds and changes, and nothing of what it removes.</summary>
public sealed class ContactUpdateReconciler : IEppReconciler
{
    private readonly IReadOnlyList<IEppExtensionComparer> _extensions;
    private readonly Func<EppResponse, string?>? _emailToConfirm;

    /// <summary>Creates the reconciler.</summary>
    /// <param name="extensions">The comparers of extensions. An extension without a comparer counts as not shown.</param>
    public ContactUpdateReconciler(params IReadOnlyList<IEppExtensionComparer> extensions)
        : this(null, extensions)
    {
    }

    /// <summary>Creates the reconciler for a registry where the owner has to confirm a new e-mail address.</summary>
    /// <param name="emailToConfirm">Returns the unconfirmed address from a response to info, or null if there is none.</param>
    /// <param name="extensions">The comparers of extensions. An extension without a comparer counts as not shown.</param>
    public ContactUpdateReconciler(Func<EppResponse, string?>? emailToConfirm, params IReadOnlyList<IEppExtensionComparer> extensions) =>
        (_emailToConfirm, _extensions) = (emailToConfirm, extensions);

    /// <inheritdoc/>
    public bool CanReconcile(EppIndeterminateCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.Command is ContactUpdate;
    }

    /// <inheritdoc/>
    public async Task<EppReconciliation> ReconcileAsync(EppReconciliationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var update = (ContactUpdate)context.Command.Command;
        var info = await context.QueryContactAsync(update.Id, cancellationToken).ConfigureAwait(false);
        if (!info.IsSuccess)
        {
            return context.Indeterminate(info);
        }

        var contact = info.Data;
        var facts = Statuses(update.Add, contact, isAdded: true)
            .Concat(Statuses(update.Remove, contact, isAdded: false))
            .Concat(Changes(update.Change, contact, _emailToConfirm?.Invoke(info)))
            .Concat(UpdateVerifier.Extensions(context.Command, _extensions, info));
        var isPending = contact.Statuses.Any(status => status.Status == ContactStatusValue.PendingUpdate);
        return await UpdateVerifier.VerifyAsync(context, "contact", facts, contact.UpdatedDate, isPending, cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<EppExpectation> Statuses(ContactUpdateItems? part, ContactInfoResult contact, bool isAdded) =>
        UpdateVerifier.Statuses((part?.Statuses ?? []).Select(item => item.Status.Value), contact.Statuses.Select(item => item.Status.Value), isAdded);

    private static IEnumerable<EppExpectation> Changes(ContactChange? change, ContactInfoResult contact, string? emailToConfirm)
    {
        if (change is null)
        {
            yield break;
        }

        foreach (var postal in change.PostalInfo)
        {
            yield return new EppExpectation($"{postal.Type.Value} postal information", IsShown(postal, contact));
        }

        if (change.Voice is not null)
        {
            yield return new EppExpectation("voice", Equality.Text(change.Voice, contact.Voice));
        }

        if (change.Fax is not null)
        {
            yield return new EppExpectation("fax", Equality.Text(change.Fax, contact.Fax));
        }

        if (change.Email is { } email)
        {
            yield return new EppExpectation("e-mail address", Equality.Text(email, contact.Email) == true || email == emailToConfirm);
        }

        if (change.Disclosure is not null)
        {
            yield return new EppExpectation("disclosure", null);
        }

        if (!string.IsNullOrEmpty(change.AuthInfo?.Password))
        {
            yield return new EppExpectation("authorization information", null);
        }
    }

    private static bool? IsShown(ContactPostalInfoChange requested, ContactInfoResult contact)
    {
        // Some registries store only one form, whichever was sent.
        var shown = contact.PostalInfo.FirstOrDefault(form => form.Type == requested.Type) ?? (contact.PostalInfo is [var only] ? only : null);
        if (shown is null)
        {
            return null;
        }

        return (requested.Name is null || Equality.Text(requested.Name, shown.Name) == true)
            && (requested.Organization is null || Equality.Text(requested.Organization, shown.Organization) == true)
            && (requested.Address is not { } address
                || (address.StreetLines.SequenceEqual(shown.Address.StreetLines)
                    && (address.City, address.CountryCode) == (shown.Address.City, shown.Address.CountryCode)
                    && Equality.Text(address.PostalCode, shown.Address.PostalCode) == true
                    && Equality.Text(address.StateOrProvince, shown.Address.StateOrProvince) == true));
    }
}
