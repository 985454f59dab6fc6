using System.Text;
using System.Xml.Linq;
using EppClient.IntegrationTests.Corpus;
using EppClient.Protocol;
using EppClient.TestSupport.Corpus;
using EppClient.Xml;
using Xunit.Abstractions;

namespace EppClient.IntegrationTests.Nonconforming;

/// <summary>
/// Responses with one part that is missing, empty, invalid, repeated or in another place: the code is always delivered, and members that cannot be
/// read throw when they are read. For each commit a sample of the mutations is tried, in full size all of them.
/// </summary>
public sealed class MutatedResponseTests(ITestOutputHelper output)
{
    private static readonly int Part = TestSize.Of(eachCommit: 23, full: 1);

    /// <summary>Samples of this repository, which are used even without a corpus.</summary>
    private static IEnumerable<CorpusMessage> Samples =>
        Directory.EnumerateFiles(RepositoryFolder.Combine("tests", "EppClient.StressTests", "Fuzz", "Seeds", "response"), "*.xml")
            .Order(StringComparer.Ordinal)
            .Select(file => new CorpusMessage(Path.GetFileName(file), File.ReadAllBytes(file)));

    [Fact(Timeout = 300_000)]
    public async Task Code_is_delivered_from_every_mutated_sample()
    {
        await Task.Yield();
        var (tried, unreadable) = Try(Samples, part: 1);
        output.WriteLine($"{tried} mutations of samples read; {unreadable} members were unreadable.");
        unreadable.Should().BePositive();
    }

    [SkippableFact(Timeout = 1_200_000)]
    public async Task Code_is_delivered_from_every_mutated_published_response()
    {
        await Task.Yield();
        var messages = DkCorpus.Load(DkCorpus.Of(MessageKind.Response)).Concat(WideCorpus.Load().Where(m => m.Kind == MessageKind.Response)).ToList();
        var (tried, unreadable) = Try(messages, Part);
        output.WriteLine($"{tried} mutations of {messages.Count} responses read; {unreadable} members were unreadable.");
        unreadable.Should().BePositive();
    }

    private static (int Tried, int Unreadable) Try(IEnumerable<CorpusMessage> messages, int part)
    {
        var (tried, unreadable, next) = (0, 0, TestSize.Seed);
        foreach (var message in messages)
        {
            var (dialect, schemas) = Readers.IsDk(message) || message.Name == "dk.xml" ? (DkWire.Current, DkWire.Schemas) : (EppXmlDialect.Standard, Readers.Standard);
            var original = MessageReader.ReadResponse(message.Document, dialect, schemas).Results;
            if (original.Count == 0)
            {
                continue;
            }

            foreach (var mutation in Mutation.Of(Load(message)))
            {
                if (next++ % part == 0)
                {
                    tried++;
                    unreadable += Read($"{message.Name}: {mutation.What}", Encoding.UTF8.GetBytes(mutation.Document), dialect, schemas, original[0].Code);
                }
            }
        }

        return (tried, unreadable);
    }

    private static XDocument Load(CorpusMessage message)
    {
        using var stream = new MemoryStream(message.Document.ToArray());
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }

    private static int Read(string what, byte[] document, EppXmlDialect dialect, EppSchemaSet schemas, EppResultCode code)
    {
        try
        {
            var content = MessageReader.ReadResponse(document, dialect, schemas);
            content.Results.Select(r => r.Code).Should().Contain(code);
            var response = new EppResponse(content, pending: null);
            var walk = new RecordWalk();
            walk.Visit(response);
            if (walk.Unreadable > 0)
            {
                content.ReadDiagnostics.Should().NotBeEmpty();
            }

            return walk.Unreadable;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{what} ({TestSize.Repeat})", e);
        }
    }
}
