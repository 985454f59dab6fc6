using EppClient.IntegrationTests.Corpus;
using EppClient.Protocol;
using EppClient.TestSupport.Corpus;
using EppClient.Xml;
using Xunit.Abstractions;

namespace EppClient.IntegrationTests.Properties;

/// <summary>Published messages, damaged at random: readers return or say that the message is broken, and never anything else.</summary>
public sealed class DamagedMessageTests(ITestOutputHelper output)
{
    private const int Seed = 20_261_123;
    private const int DamagesPerMessage = 15;

    [SkippableFact(Timeout = 120_000)]
    public async Task Damaged_messages_are_read_or_refused()
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
    public async Task Damaged_messages_are_shown_without_failing()
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
    public async Task Noise_is_refused()
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
        var octets = document.ToArray().ToList();
        var (from, length) = (random.Next(octets.Count), random.Next(1, 30));
        length = Math.Min(length, octets.Count - from);
        switch (random.Next(6))
        {
            case 0:
                octets.RemoveRange(from, octets.Count - from);
                break;
            case 1:
                octets.RemoveRange(from, length);
                break;
            case 2:
                octets.InsertRange(random.Next(octets.Count), octets.GetRange(from, length));
                break;
            case 3:
                octets[from] = (byte)random.Next(256);
                break;
            case 4:
                octets[from] ^= (byte)(1 << random.Next(8));
                break;
            default:
                // Well-formed more often than not: a digit or letter for another.
                octets[from] = char.IsAsciiLetterOrDigit((char)octets[from]) ? (byte)"0aZ-"[random.Next(4)] : octets[from];
                break;
        }

        return octets.ToArray();
    }
}
