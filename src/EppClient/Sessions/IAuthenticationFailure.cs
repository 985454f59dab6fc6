namespace EppClient.Sessions;

/// <summary>Implemented by the exception of a login that the registry refused because of the credentials.</summary>
internal interface IAuthenticationFailure
{
    /// <summary>A new exception of the same kind, with this one as its cause, for a login that was not even tried.</summary>
    /// <param name="advice">Why it was not tried, and what to do.</param>
    EppException NotRetried(string advice);
}
