namespace EppClient.Dk;

/// <summary>Why a field of a contact cannot be changed.</summary>
public enum DkLockReason
{
    /// <summary>The contact is the registrant of a domain: its name stays. Another name is another registrant.</summary>
    RegistrantName,

    /// <summary>The Danish register of persons (CPR) owns it, once the person's identity has been checked.</summary>
    Cpr,

    /// <summary>The Danish register of companies (CVR) owns it, where number and name match.</summary>
    Cvr,

    /// <summary>The EU's register of VAT numbers (VIES) owns it, where number and name match.</summary>
    Vies,
}

/// <summary>A field that is locked, or may be: the registry keeps its locks to itself.</summary>
/// <param name="Field">The field, as the registry names it: name, org, addr, userType, CVR or EAN.</param>
/// <param name="Reason">Why.</param>
/// <param name="IsCertain">
/// Whether a change is certain to be refused. Where it is not, the contact has all that the lock takes, and the registry has not said
/// whether it found a match.
/// </param>
public sealed record DkFieldLock(string Field, DkLockReason Reason, bool IsCertain);
