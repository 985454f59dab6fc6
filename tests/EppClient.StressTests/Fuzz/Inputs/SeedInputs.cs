using System.Buffers.Binary;
using System.Text;
using EppClient.StressTests.Fuzz.Targets;
using EppClient.TestSupport.Markers;

namespace EppClient.StressTests.Fuzz.Inputs;

/// <summary>
/// The inputs to mutate: the seeds of the repository, an element of every kind in the schemas, and the published messages of registries, if
/// they are available next to the repository.
/// </summary>
internal static class SeedInputs
{
    private const int LargestMessage = 32 * 1024;

    private static readonly string Folder = RepositoryFolder.Combine("tests", "EppClient.StressTests", "Fuzz", "Seeds");
    private static readonly string Published = RepositoryFolder.Combine("..", "shared", "corpus");

    private static readonly Lazy<byte[][]> Elements = new(() =>
        [.. new SecretMarkers(KnownSchemas.Files).Messages().Select(message => Encoding.UTF8.GetBytes(message.Xml))]);

    /// <summary>The seeds of a target in the repository; the same in all checkouts.</summary>
    public static IEnumerable<byte[]> Kept(FuzzTarget target) => Bytes(Path.Combine(Folder, target.Name), "*");

    /// <summary>All seeds of a target that are in every checkout.</summary>
    public static IReadOnlyList<byte[]> Own(FuzzTarget target) => target.Name switch
    {
        "frames" => [.. FuzzTargets.All.Where(other => other != target).SelectMany(Kept).Select(Framed), .. Kept(target)],
        "element" => [.. Elements.Value, .. Kept(target)],
        "response" => [.. Kept(target), .. Elements.Value.Select(InResponse)],
        "redactor" => [.. Kept(target), .. Elements.Value],
        _ => [.. Kept(target)],
    };

    /// <summary>The seeds of every checkout and the published messages, some of which may be absent.</summary>
    public static IReadOnlyList<byte[]> All(FuzzTarget target) =>
        [.. Own(target), .. target.Root is { } root && Directory.Exists(Published) ? Bytes(Published, "*.xml").Where(message => IsOf(message, root)) : []];

    private static bool IsOf(byte[] message, string root) => message.Length <= LargestMessage && message.AsSpan().IndexOf(Encoding.UTF8.GetBytes(root + ">")) >= 0;

    private static IEnumerable<byte[]> Bytes(string folder, string pattern) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes);

    private static byte[] Framed(byte[] message)
    {
        var frame = new byte[message.Length + sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        message.CopyTo(frame, sizeof(int));
        return frame;
    }

    private static byte[] InResponse(byte[] element) =>
    [
        .. "<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'><response><result code='1000'><msg>OK</msg></result><resData>"u8,
        .. element,
        .. "</resData><extension>"u8,
        .. element,
        .. "</extension><trID><svTRID>S-1</svTRID></trID></response></epp>"u8,
    ];
}
