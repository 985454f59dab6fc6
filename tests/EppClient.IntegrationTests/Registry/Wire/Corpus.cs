using System.Net;
using EppClient.Dk.Testing;

namespace EppClient.IntegrationTests.Registry.Wire;

/// <summary>The registry's published messages, which are stored outside the repository.</summary>
internal static class Corpus
{
    private static readonly string? Folder = Find();

    public static bool IsPresent => Folder is not null;

    public static ReadOnlyMemory<byte> Read(string name) => File.ReadAllBytes(Path.Combine(Folder!, name));

    /// <summary>All requests, by their path in the corpus; one placeholder where there is no corpus.</summary>
    public static TheoryData<string> Requests()
    {
        if (Folder is null)
        {
            return ["none"];
        }

        var requests = Directory.EnumerateFiles(Folder, "*-request.xml", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Where(path => !path.Contains("not-well-formed", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return [.. requests];
    }

    /// <summary>The examples of responses in the registry's present documents, by their path in the corpus.</summary>
    public static IReadOnlyList<string> Responses() => Folder is null ? [] :
    [
        .. new[] { "spec", "draft-poll-guide", "poll-2026-09" }
            .SelectMany(part => Directory.EnumerateFiles(Path.Combine(Folder, part), "*.xml"))
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Where(path => !path.EndsWith("-request.xml", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Adds the domain, and the hosts, whose name servers the published updates change.</summary>
    public static void Seed(DkRegistryBuilder builder)
    {
        if (Folder is null)
        {
            return;
        }

        var added = RawReply.Parse(Read("spec/035-domain-update-add-ns-request.xml"));
        var removed = RawReply.Parse(Read("spec/036-domain-update-rem-ns-request.xml"));
        var number = 0;
        foreach (var host in added.Values("hostObj").Concat(removed.Values("hostObj")))
        {
            builder.Host(DkRegistryFixture.One, host, IPAddress.Parse($"193.163.102.{++number}"));
        }

        builder.Domain(removed.Value("name")!, DkHandle.Registry, removed.Values("hostObj"));
    }

    private static string? Find()
    {
        var corpus = Path.GetFullPath(RepositoryFolder.Combine("..", "shared", "corpus", "dk"));
        return Directory.Exists(corpus) ? corpus : null;
    }
}
