namespace EppClient.Dk;

/// <summary>Why something was refused, by the registry or before it was sent.</summary>
public enum DkRefusalReason
{
    /// <summary>None of those below: the code and the text tell.</summary>
    Other,

    /// <summary>The handling model has no such operation, or domain and contact stand under different models.</summary>
    HandlingModel,

    /// <summary>The account lacks the role on the object, or the login lacks the right inside its account.</summary>
    MissingRole,

    /// <summary>There is no such object.</summary>
    NotFound,

    /// <summary>There is one already.</summary>
    AlreadyExists,

    /// <summary>The object's status forbids it: it is blocked, being deleted, or waits for something.</summary>
    Status,

    /// <summary>A field is locked to a public register, or is the name of a registrant. <see cref="DkRefusal.Field"/> names it.</summary>
    LockedField,

    /// <summary>Another object stands in the way, such as a host that still serves domains.</summary>
    InUse,

    /// <summary>The token is wrong, spent or expired.</summary>
    Token,

    /// <summary>The registry wants a token: transfers without one are closed.</summary>
    TokenRequired,

    /// <summary>The prepaid account has too little money.</summary>
    Funds,

    /// <summary>It is too early or too late to renew, or the expiry date is not the one that was given.</summary>
    RenewalWindow,

    /// <summary>The domain cannot be transferred now: unpaid, blocked, locked, or still being registered.</summary>
    NotTransferable,

    /// <summary>The contact cannot be a registrant: of the wrong kind, or it failed the check of identity.</summary>
    UnusableRegistrant,

    /// <summary>The name servers do not answer for the domain as they should, or there are too few or too many.</summary>
    NameServerSetup,

    /// <summary>The time of acceptance of the terms is missing, malformed or outside of its window.</summary>
    OrderConfirmation,

    /// <summary>A value is missing, malformed or against the registry's policy.</summary>
    InvalidValue,

    /// <summary>The command holds more than one operation.</summary>
    MixedOperations,

    /// <summary>The registry does not implement it.</summary>
    NotImplemented,

    /// <summary>The registry failed; the same command may succeed later.</summary>
    RegistryFault,
}
