using EppClient.IntegrationTests.Corpus;
using EppClient.Protocol;
using EppClient.TestSupport.Corpus;
using EppClient.Xml;
using Xunit.Abstractions;

namespace EppClient.IntegrationTests.Properties;

/// <summary>Published messages with random damage: readers either return or throw <see cref="EppProtocolException"/>.</summary>
public sealed class DamagedMessageTests(ITestOutputHelper output)
{
    private const int Seed = 20_261_123;
    private const int DamagesPerMessage = 15;

    [SkippableFact(Timeout = 120_000)]
    public async Task Damaged_messages_are_read_or_rejected()
    {
        var random = new Random(Seed);
        var (read, refused) = (0, 0);
        foreach (var message in DkCorpus.Load(DkCorpus.WellFormed).Concat(WideCorpus.Load()))
        {
            for (var i = 0; i < DamagesPerMessage; i++)
            {
                var failure = Record.Exception(() => Readers.Read(message with { Document = Damage(message.Document, random) }));
                (failure is null or EppProtocolException).Should().BeTrue("{0}, damage {1}: {2}", message, i, failure);
                (read, refused) = failure is null ? (read + 1, refused) : (read, refused + 1);
            }

            await Task.Yield();
        }

        output.WriteLine($"{read} damaged messages read, {refused} refused.");
        read.Should().BePositive();
        refused.Should().BePositive();
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task Damaged_messages_are_formatted_without_exceptions()
    {
        var random = new Random(Seed);
        var redactor = new WireRedactor(DkWire.Schemas);
        foreach (var message in DkCorpus.Load(DkCorpus.WellFormed).Concat(WideCorpus.Load()))
        {
            for (var i = 0; i < DamagesPerMessage; i++)
            {
                redactor.Redact(Damage(message.Document, random), DkWire.Current).Should().NotBeEmpty();
            }

            await Task.Yield();
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Random_bytes_are_rejected()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 5_000; i++)
        {
            var noise = new byte[random.Next(200)];
            random.NextBytes(noise);
            Record.Exception(() => MessageReader.ReadResponse(noise, EppXmlDialect.Standard, Readers.Standard)).Should().BeOfType<EppProtocolException>();
        }

        await Task.CompletedTask;
    }

    private static ReadOnlyMemory<byte> Damage(ReadOnlyMemory<byte> document, Random random)
    {
        var bytes = document.ToArray().ToList();
        var (from, length) = (random.Next(bytes.Count), random.Next(1, 30));
        length = Math.Min(length, bytes.Count - from);
        switch (random.Next(6))
        {
            case 0:
                bytes.RemoveRange(from, bytes.Count - from);
                break;
            case 1:
                bytes.RemoveRange(from, length);
                break;
            case 2:
                bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(from, length));
                break;
            case 3:
                bytes[from] = (byte)random.Next(256);
                break;
            case 4:
                bytes[from] ^= (byte)(1 << random.Next(8));
                break;
            default:
                // Replaces a digit or letter with another one, so the message usually stays well-formed.
                bytes[from] = char.IsAsciiLetterOrDigit((char)bytes[from]) ? (byte)"0aZ-"[random.Next(4)] : bytes[from];
                break;
        }

        return bytes.ToArray();
    }
}
