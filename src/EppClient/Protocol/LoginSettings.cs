namespace EppClient.Protocol;

/// <summary>How sessions log in, apart from the credentials.</summary>
internal sealed record LoginSettings(string Language, EppLoginSecurity Security, EppUserAgent? UserAgent);
