using System.Text.Json.Nodes;
using EppClient.Dk.Testing;

namespace EppClient.IntegrationTests.FastTrack;

/// <summary>A folder for the registrar's data, and a clock.</summary>
public abstract class FastTrackTestBase : IDisposable
{
    private protected DkClock Clock { get; } = new(new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero));

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("fast-track-").FullName;

    private protected DateTimeOffset InFiveMinutes => Clock.GetUtcNow().AddMinutes(5);

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected JsonObject Request(string domain = "eksempel.dk", string token = "OWN-TRANSFER-0123456789abcdef0123456789abcdef") => FastTrackRequests.Of((domain, token, InFiveMinutes));
}
