namespace EppClient.Protocol;

/// <summary>How sessions log in, apart from the credentials.</summary>
/// <param name="Language">The language of the registry's texts; null for one that the greeting offers.</param>
/// <param name="Security">When to log in by RFC 8807.</param>
/// <param name="UserAgent">The information about this client that the login sends; null for none.</param>
internal sealed record LoginSettings(string? Language, EppLoginSecurity Security, EppUserAgent? UserAgent);
