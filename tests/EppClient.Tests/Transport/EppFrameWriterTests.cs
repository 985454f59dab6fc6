using System.Buffers;
using System.IO.Pipelines;
using EppClient.Transport;

namespace EppClient.Tests.Transport;

public sealed class EppFrameWriterTests
{
    [Fact(Timeout = 30_000)]
    public async Task WriteAsync_writes_header_and_payload_in_one_flush()
    {
        var output = new RecordingPipeWriter();

        await new EppFrameWriter(output).WriteAsync("<epp/>"u8.ToArray());

        output.Flushes.Should().ContainSingle().Which.Should().Equal([0, 0, 0, 10, .. "<epp/>"u8]);
    }

    [Fact(Timeout = 30_000)]
    public async Task WriteAsync_accepts_a_frame_of_exactly_the_limit()
    {
        var output = new RecordingPipeWriter();

        await new EppFrameWriter(output, 300).WriteAsync(new byte[296]);

        output.Flushes.Should().ContainSingle().Which.Should().StartWith([0, 0, 1, 44]);
    }

    [Fact(Timeout = 30_000)]
    public async Task WriteAsync_refuses_a_frame_above_the_limit_and_writes_nothing()
    {
        var output = new RecordingPipeWriter();

        (await new EppFrameWriter(output).Invoking(writer => writer.WriteAsync(new byte[262_141]).AsTask())
            .Should().ThrowAsync<EppValidationException>())
            .WithMessage("*262145 bytes*EppFrameOptions.MaxOutgoingBytes allows 262144*")
            .Which.Delivery.Should().Be(EppDelivery.NotSent);
        output.Flushes.Should().BeEmpty();
        output.Unflushed.Should().Be(0);
    }

    [Fact(Timeout = 30_000)]
    public async Task WriteAsync_refuses_an_empty_payload() =>
        await new EppFrameWriter(new RecordingPipeWriter()).Invoking(writer => writer.WriteAsync(default).AsTask()).Should().ThrowAsync<ArgumentException>();

    [Fact(Timeout = 30_000)]
    public async Task WriteAsync_reports_that_the_peer_no_longer_reads()
    {
        var pipe = new Pipe();
        await pipe.Reader.CompleteAsync();

        await new EppFrameWriter(pipe.Writer).Invoking(writer => writer.WriteAsync("a"u8.ToArray()).AsTask())
            .Should().ThrowAsync<EppConnectionException>().WithMessage("*no longer reads*");
    }

    [Fact(Timeout = 30_000)]
    public async Task Written_frames_are_read_unchanged()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        var random = new Random(7);
        var payloads = Enumerable.Range(1, 200).Select(_ => new byte[random.Next(1, 5_000)]).ToList();
        var writer = new EppFrameWriter(pipe.Writer);
        foreach (var payload in payloads)
        {
            random.NextBytes(payload);
            await writer.WriteAsync(payload);
        }

        await pipe.Writer.CompleteAsync();
        var reader = new EppFrameReader(pipe.Reader);
        foreach (var payload in payloads)
        {
            using var frame = await reader.ReadAsync();
            frame!.Payload.Span.SequenceEqual(payload).Should().BeTrue();
        }

        (await reader.ReadAsync()).Should().BeNull();
    }

    private sealed class RecordingPipeWriter : PipeWriter
    {
        private readonly ArrayBufferWriter<byte> _buffer = new();

        public List<byte[]> Flushes { get; } = [];

        public int Unflushed => _buffer.WrittenCount;

        public override void Advance(int bytes) => _buffer.Advance(bytes);

        public override Memory<byte> GetMemory(int sizeHint = 0) => _buffer.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => _buffer.GetSpan(sizeHint);

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
        {
            Flushes.Add(_buffer.WrittenSpan.ToArray());
            _buffer.Clear();
            return new ValueTask<FlushResult>(new FlushResult(isCanceled: false, isCompleted: false));
        }

        public override void CancelPendingFlush()
        {
        }

        public override void Complete(Exception? exception = null)
        {
        }
    }
}
