namespace EppClient.Dk.Testing;

/// <summary>A session with a client.</summary>
/// <param name="Id">A number that no other session of the server has.</param>
/// <param name="User">The login; null before somebody has logged in.</param>
/// <param name="Opened">When the client connected.</param>
public sealed record DkSessionInfo(long Id, string? User, DateTimeOffset Opened);
