using System.IO.Pipelines;
using System.Text;
using EppClient.Transport;
using EppClient.Xml;

namespace EppClient.Tests.Protocol;

/// <summary>Runs alone in the process, because the tests share the heap.</summary>
[CollectionDefinition(nameof(LongStreamTests), DisableParallelization = true)]
[Collection(nameof(LongStreamTests))]
public sealed class LongStreamTests
{
    private const int MessageCount = 10_000;
    private const int ElementsOfEach = 85;
    private const long Margin = 4_000_000;

    /// <summary>
    /// Names and namespaces are interned strings. A registry that never repeats a name must not fill the memory with
    /// them: the test reads 850,000 elements, whose names would take 50 MB or more.
    /// </summary>
    [Fact(Timeout = 120_000)]
    public async Task Memory_stays_constant_over_a_hundred_megabytes_of_distinct_names()
    {
        var pipe = new Pipe();
        var writing = WriteAsync(pipe.Writer);
        var reader = new EppFrameReader(pipe.Reader);
        long bytes = 0, afterAQuarter = 0;

        for (var number = 0; number < MessageCount; number++)
        {
            using var frame = await reader.ReadAsync();
            bytes += frame!.Payload.Length;
            var response = Documents.Read(frame.Payload.ToArray());
            response.Extensions.Should().ContainSingle().Which.Should().BeOfType<EppRawElement>();
            if (number == MessageCount / 4)
            {
                afterAQuarter = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        bytes.Should().BeGreaterThan(100_000_000);
        GC.GetTotalMemory(forceFullCollection: true).Should().BeLessThan(afterAQuarter + Margin);
        await writing;
    }

    private static async Task WriteAsync(PipeWriter output)
    {
        var writer = new EppFrameWriter(output);
        for (var number = 0; number < MessageCount; number++)
        {
            await writer.WriteAsync(Message(number));
        }

        await output.CompleteAsync();
    }

    private static byte[] Message(int number)
    {
        var content = new StringBuilder();
        for (var element = 0; element < ElementsOfEach; element++)
        {
            var name = $"n{number}-{element}";
            content.Append($"<p:{name} xmlns:q{name}=\"urn:example:{name}\" a{name}=\"value of the attribute\">text of the element</p:{name}>");
        }

        return Documents.Utf8(Documents.Epp(
            $"<response><result code=\"1000\"><msg>Done</msg></result><extension><p:e{number} xmlns:p=\"urn:example:{number}\">{content}</p:e{number}></extension>"
            + $"<trID><svTRID>S-{number}</svTRID></trID></response>"));
    }
}
