namespace EppClient.Dk.Testing;

/// <summary>A session with a client.</summary>
/// <param name="Id">A number that is unique within the server.</param>
/// <param name="User">The login; null before the login command.</param>
/// <param name="Opened">When the client connected.</param>
public sealed record DkSessionInfo(long Id, string? User, DateTimeOffset Opened);
