using System.Text;

namespace EppClient.IntegrationTests.Corpus;

/// <summary>Faults in the registry's example requests that a client must not repeat.</summary>
internal static class PublishedFaults
{
    /// <summary>An address of seven groups is invalid; the address of RFC 3513, section 2.2 is meant.</summary>
    public static ReadOnlyMemory<byte> FixedIn(ReadOnlyMemory<byte> document) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(document.Span).Replace("1080:0:0:0:8:800:200417A", "1080:0:0:0:8:800:200C:417A", StringComparison.Ordinal));
}
