namespace EppClient.Sessions;

/// <summary>Implemented by the exception of a login that the registry refused because the account has too many sessions.</summary>
internal interface ISessionLimitFailure;
