using System.Buffers.Binary;
using System.IO.Pipelines;
using EppClient.Protocol;
using EppClient.StressTests.Fuzz.Inputs;
using EppClient.StressTests.Fuzz.Targets;
using EppClient.Transport;
using EppClient.Xml;

namespace EppClient.StressTests.Fuzz;

/// <summary>Messages from attackers and defective servers: every reader rejects them as documented, within limits of time and memory.</summary>
public sealed class BadInputTests
{
    private const int Timeout = 180_000;
    private const int Huge = 50_000_000;

    private static readonly FuzzTarget[] Readers = [.. FuzzTargets.All.Where(target => target.Root is not null)];

    public static TheoryData<string> RefusedNames => [.. BadInput.Refused.Keys];

    public static TheoryData<string> UnusualNames => [.. BadInput.Unusual.Keys];

    public static TheoryData<string> KeptMessages => [.. Readers.Select(target => target.Name)];

    [Theory(Timeout = Timeout)]
    [MemberData(nameof(RefusedNames))]
    public async Task Malformed_message_is_rejected(string name)
    {
        var message = BadInput.Refused[name]();
        foreach (var reader in Readers)
        {
            (await Task.Run(() => reader.Try(message))).Should().BeFalse(reader.Name);
        }
    }

    [Theory(Timeout = Timeout)]
    [MemberData(nameof(UnusualNames))]
    public async Task Unusual_message_is_read_like_the_plain_one(string name)
    {
        var message = BadInput.Unusual[name]();

        var response = await Task.Run(() => MessageReader.ReadResponse(message, EppXmlDialect.Standard, EppSchemaSet.Empty));

        response.Results.Should().ContainSingle().Which.Message.Should().Be("Æ");
    }

    [Theory(Timeout = Timeout)]
    [InlineData("<xmlns:a/>")]
    [InlineData("<a><xmlns:b>PLANT000001X</xmlns:b></a>")]
    public async Task Element_with_a_reserved_prefix_does_not_fail_the_log(string message)
    {
        // The parser accepts it, but writers reject it.
        (await Task.Run(() => new RedactorTarget().Try(BadInput.Utf8(message)))).Should().BeFalse();
    }

    [Theory(Timeout = Timeout)]
    [MemberData(nameof(KeptMessages))]
    public async Task Truncated_message_is_rejected_unless_it_has_what_a_session_needs(string name)
    {
        var target = FuzzTargets.Named(name);
        foreach (var message in SeedInputs.Kept(target))
        {
            var whole = message.AsMemory().TrimEnd("\n"u8).ToArray();
            for (var length = 0; length < whole.Length; length++)
            {
                // A greeting that offers an object is enough for a session.
                var isEnough = name == "greeting" && whole.AsSpan(0, length).IndexOf("</objURI>"u8) >= 0;
                (await Task.Run(() => target.Try(whole.AsMemory(0, length)))).Should().Be(isEnough, "{0} bytes of {1}", length, whole.Length);
            }
        }
    }

    [Theory(Timeout = Timeout)]
    [InlineData("<a b='", "'/>")]
    [InlineData("", "")]
    [InlineData("<![CDATA[", "]]>")]
    [InlineData("<!--", "-->")]
    public async Task Huge_message_uses_bounded_memory_when_the_limit_is_raised(string before, string after)
    {
        var message = BadInput.Utf8(BadInput.Response(before + new string('a', Huge) + after));
        foreach (var reader in (FuzzTarget[])[new ResponseTarget(), new RedactorTarget()])
        {
            await Task.Run(() => reader.Try(message));

            reader.Peak.Should().BeLessThan(40, "each copy of a text takes two bytes per character: {0}", reader.Name);
        }
    }

    [Fact(Timeout = Timeout)]
    public async Task Huge_frame_is_rejected_by_its_header_at_the_default_limit()
    {
        var header = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(header, Huge);
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(header);

        // No byte of the payload has arrived: a reader that waits for it would wait forever.
        var failure = await Assert.ThrowsAsync<EppProtocolException>(async () => await new EppFrameReader(pipe.Reader).ReadAsync());

        failure.Message.Should().Contain("50000000").And.Contain("MaxIncomingBytes");
    }
}
