using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Text;
using EppClient.Transport;

namespace EppClient.Tests.Transport;

public sealed class EppFrameReaderTests
{
    private const int Timeout = 30_000;

    private readonly Pipe _pipe = new();

    private EppFrameReader Reader => new(_pipe.Reader, 100);

    [Fact(Timeout = Timeout)]
    public async Task ReadAsync_returns_the_payload()
    {
        await SendAsync(FrameOf("<epp/>"));

        (await ReadTextAsync(Reader)).Should().Be("<epp/>");
    }

    [Fact(Timeout = Timeout)]
    public async Task ReadAsync_waits_for_the_last_byte_when_bytes_arrive_one_by_one()
    {
        var bytes = FrameOf("<epp/>");
        var reading = Reader.ReadAsync().AsTask();
        foreach (var byteValue in bytes)
        {
            reading.IsCompleted.Should().BeFalse();
            await SendAsync([byteValue]);
        }

        using var frame = await reading;
        Encoding.UTF8.GetString(frame!.Payload.Span).Should().Be("<epp/>");
    }

    [Fact(Timeout = Timeout)]
    public async Task ReadAsync_separates_frames_that_arrive_together()
    {
        await SendAsync([.. FrameOf("a"), .. FrameOf("bc"), .. FrameOf("def")[..5]]);
        var reader = Reader;

        (await ReadTextAsync(reader)).Should().Be("a");
        (await ReadTextAsync(reader)).Should().Be("bc");
        var third = ReadTextAsync(reader);
        third.IsCompleted.Should().BeFalse();
        await SendAsync("ef"u8.ToArray());
        (await third).Should().Be("def");
    }

    [Fact(Timeout = Timeout)]
    public async Task TryTake_returns_the_whole_frames_of_one_read()
    {
        await SendAsync([.. FrameOf("a"), .. FrameOf("bc"), .. FrameOf("def")[..5]]);
        var reader = Reader;

        (await reader.WaitAsync(default)).Should().BeTrue();
        TakeAll(reader).Should().Equal("a", "bc");
        var next = reader.WaitAsync(default);
        next.IsCompleted.Should().BeFalse("an incomplete frame does not end the wait");
        await SendAsync("ef"u8.ToArray());
        (await next).Should().BeTrue();
        TakeAll(reader).Should().Equal("def");
        await _pipe.Writer.CompleteAsync();
        (await reader.WaitAsync(default)).Should().BeFalse();
    }

    [Fact(Timeout = Timeout)]
    public async Task TryTake_returns_the_frames_before_one_of_wrong_length()
    {
        await SendAsync([.. FrameOf("a"), .. FrameOf(new string('x', 97))]);
        var reader = Reader;

        (await reader.WaitAsync(default)).Should().BeTrue();
        reader.TryTake(out var payload).Should().BeTrue();
        Encoding.UTF8.GetString(payload.Span).Should().Be("a");
        FluentActions.Invoking(() => reader.TryTake(out _)).Should().Throw<EppProtocolException>("it is larger than the limit");
    }

    [Fact(Timeout = Timeout)]
    public async Task Frames_that_were_not_taken_are_there_after_the_next_wait()
    {
        await SendAsync([.. FrameOf("a"), .. FrameOf("bc")]);
        var reader = Reader;

        (await reader.WaitAsync(default)).Should().BeTrue();
        reader.TryTake(out _).Should().BeTrue();
        (await reader.WaitAsync(default)).Should().BeTrue();
        TakeAll(reader).Should().Equal("bc");
    }

    [Fact(Timeout = Timeout)]
    public async Task A_payload_in_several_segments_is_joined()
    {
        var pipe = new Pipe(new PipeOptions(minimumSegmentSize: 16, useSynchronizationContext: false));
        var text = string.Concat(Enumerable.Range(0, 400).Select(i => (char)('a' + (i % 26))));
        foreach (var piece in FrameOf(text).Chunk(10))
        {
            pipe.Writer.Write(piece);
            pipe.Writer.GetMemory(4096);
        }

        await pipe.Writer.FlushAsync();
        var reader = new EppFrameReader(pipe.Reader);

        (await reader.WaitAsync(default)).Should().BeTrue();
        TakeAll(reader).Should().Equal(text);
    }

    [Fact(Timeout = Timeout)]
    public async Task A_cancelled_read_is_reported_although_a_frame_has_arrived()
    {
        await SendAsync(FrameOf("a"));
        _pipe.Reader.CancelPendingRead();

        await FluentActions.Awaiting(() => Reader.WaitAsync(default).AsTask()).Should().ThrowAsync<OperationCanceledException>();
    }

    [Theory(Timeout = Timeout)]
    [InlineData(1)]
    [InlineData(96)]
    public async Task ReadAsync_accepts_lengths_up_to_the_limit(int payloadLength)
    {
        await SendAsync(FrameOf(new string('x', payloadLength)));

        (await ReadTextAsync(Reader)).Should().HaveLength(payloadLength);
    }

    [Theory(Timeout = Timeout)]
    [InlineData(0, "*announces 0 bytes; its header alone takes 4*")]
    [InlineData(3, "*announces 3 bytes; its header alone takes 4*")]
    [InlineData(4, "*announces 4 bytes; its header alone takes 4*")]
    [InlineData(-1, "*0xFFFFFFFF*not a valid length*")]
    [InlineData(int.MinValue, "*0x80000000*not a valid length*")]
    [InlineData(101, "*announces 101 bytes; EppFrameOptions.MaxIncomingBytes allows 100*")]
    public async Task ReadAsync_refuses_invalid_lengths(int length, string message)
    {
        var header = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(header, length);
        await SendAsync(header);

        await Reader.Invoking(reader => reader.ReadAsync().AsTask()).Should().ThrowAsync<EppProtocolException>().WithMessage(message);
    }

    [Fact(Timeout = Timeout)]
    public async Task ReadAsync_reports_lost_synchronization_after_a_valid_frame()
    {
        await SendAsync([.. FrameOf("a"), .. "HTTP/1.1 with personal data"u8]);
        var reader = Reader;
        await ReadTextAsync(reader);

        (await reader.Invoking(r => r.ReadAsync().AsTask()).Should().ThrowAsync<EppProtocolException>())
            .WithMessage("*out of step*").And.Message.Should().NotContain("personal");
    }

    [Theory(Timeout = Timeout)]
    [InlineData("HTTP/1.1 400 Bad Request", "*HTTP server*")]
    [InlineData("SSH-2.0-OpenSSH_9.9", "*SSH server*")]
    [InlineData("<?xml version=\"1.0\"?>", "*XML without the length*")]
    [InlineData("\uFEFF<?xml version=\"1.0\"?>", "*XML without the length*")]
    [InlineData("<epp xmlns=\"\">", "*XML without the length*")]
    [InlineData("Your IP is not allowed\r\nBye", "*plain text*\"Your IP is not allowed\"*list of allowed addresses*")]
    public async Task ReadAsync_recognizes_a_wrong_peer_by_its_text(string text, string message)
    {
        await SendAsync(Encoding.UTF8.GetBytes(text));

        await Reader.Invoking(reader => reader.ReadAsync().AsTask()).Should().ThrowAsync<EppProtocolException>().WithMessage(message);
    }

    [Theory(Timeout = Timeout)]
    [InlineData(new byte[] { 0x15, 0x03, 0x03, 0x00, 0x02 }, "*TLS alert*")]
    [InlineData(new byte[] { 0x15, 0x03, 0x01, 0x00, 0x02 }, "*TLS alert*")]
    [InlineData(new byte[] { 0x16, 0x03, 0x01, 0x02, 0x00 }, "*speaks TLS*")]
    public async Task ReadAsync_recognizes_TLS(byte[] bytes, string message)
    {
        await SendAsync(bytes);

        await Reader.Invoking(reader => reader.ReadAsync().AsTask()).Should().ThrowAsync<EppProtocolException>().WithMessage(message);
    }

    [Fact(Timeout = Timeout)]
    public async Task ReadAsync_returns_null_repeatedly_when_the_peer_closes_between_frames()
    {
        await SendAsync(FrameOf("a"));
        await _pipe.Writer.CompleteAsync();
        var reader = Reader;
        await ReadTextAsync(reader);

        (await reader.ReadAsync()).Should().BeNull();
        (await reader.ReadAsync()).Should().BeNull();
    }

    [Fact(Timeout = Timeout)]
    public async Task ReadAsync_reports_how_much_had_arrived_when_the_peer_closes_inside_a_frame()
    {
        var bytes = FrameOf("<epp/>");
        for (var cut = 1; cut < bytes.Length; cut++)
        {
            var pipe = new Pipe();
            await pipe.Writer.WriteAsync(bytes.AsMemory(0, cut));
            await pipe.Writer.CompleteAsync();

            var expected = cut < 4 ? $"*{cut} of 4 bytes*" : $"*{cut} of {bytes.Length} bytes*";
            await new EppFrameReader(pipe.Reader).Invoking(reader => reader.ReadAsync().AsTask())
                .Should().ThrowAsync<EppConnectionException>().WithMessage(expected);
        }
    }

    [Fact(Timeout = Timeout)]
    public async Task Cancelled_ReadAsync_leaves_received_bytes_for_the_next_call()
    {
        var bytes = FrameOf("<epp/>");
        await SendAsync(bytes[..7]);
        var reader = Reader;
        using var cancellation = new CancellationTokenSource();
        var reading = reader.ReadAsync(cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        await FluentActions.Awaiting(() => reading).Should().ThrowAsync<OperationCanceledException>();

        await SendAsync(bytes[7..]);
        (await ReadTextAsync(reader)).Should().Be("<epp/>");
    }

    [Fact(Timeout = Timeout)]
    public async Task ReadAsync_ends_when_the_pipe_cancels_the_pending_read()
    {
        var reading = Reader.ReadAsync().AsTask();
        _pipe.Reader.CancelPendingRead();

        await FluentActions.Awaiting(() => reading).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact(Timeout = Timeout)]
    public async Task Random_bytes_result_in_a_frame_or_an_EppException()
    {
        var random = new Random(20260704);
        for (var round = 0; round < 2_000; round++)
        {
            var bytes = new byte[random.Next(0, 40)];
            random.NextBytes(bytes);
            if (bytes.Length > 3 && random.Next(2) == 0)
            {
                bytes[0] = bytes[1] = bytes[2] = 0;
            }

            var pipe = new Pipe();
            await pipe.Writer.WriteAsync(bytes);
            await pipe.Writer.CompleteAsync();
            var reader = new EppFrameReader(pipe.Reader, 64);
            try
            {
                while (await reader.ReadAsync() is { } frame)
                {
                    frame.Dispose();
                }
            }
            catch (EppException exception)
            {
                exception.Should().Match<EppException>(e => e is EppProtocolException || e is EppConnectionException);
            }
        }
    }

    [Fact]
    public void Payload_of_a_disposed_frame_is_refused()
    {
        var frame = EppFrame.CopyOf("x"u8.ToArray());
        frame.Dispose();
        frame.Dispose();

        frame.Invoking(f => f.Payload).Should().Throw<ObjectDisposedException>();
    }

    [Theory]
    [InlineData(4)]
    [InlineData((64 * 1024 * 1024) + 1)]
    public void Limit_outside_its_range_is_refused(int limit)
    {
        FluentActions.Invoking(() => new EppFrameReader(_pipe.Reader, limit)).Should().Throw<ArgumentException>().WithMessage($"*{limit}*");
        FluentActions.Invoking(() => new EppFrameWriter(_pipe.Writer, limit)).Should().Throw<ArgumentException>().WithMessage($"*{limit}*");
    }

    private static byte[] FrameOf(string text)
    {
        var payload = Encoding.UTF8.GetBytes(text);
        var frame = new byte[payload.Length + 4];
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        payload.CopyTo(frame, 4);
        return frame;
    }

    private static List<string> TakeAll(EppFrameReader reader)
    {
        List<string> texts = [];
        while (reader.TryTake(out var payload))
        {
            texts.Add(Encoding.UTF8.GetString(payload.Span));
        }

        return texts;
    }

    private static async Task<string?> ReadTextAsync(EppFrameReader reader)
    {
        using var frame = await reader.ReadAsync();
        return frame is null ? null : Encoding.UTF8.GetString(frame.Payload.Span);
    }

    private async Task SendAsync(byte[] bytes) => await _pipe.Writer.WriteAsync(bytes);
}
