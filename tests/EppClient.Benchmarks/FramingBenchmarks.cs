using System.IO.Pipelines;
using BenchmarkDotNet.Attributes;
using EppClient.Transport;

namespace EppClient.Benchmarks;

/// <summary>Transfers frames through an in-memory pipe, sixteen at a time.</summary>
[MemoryDiagnoser]
public class FramingBenchmarks
{
    private const int Frames = 16;

    private readonly Pipe _pipe = new();
    private EppFrameReader _reader = null!;
    private EppFrameWriter _writer = null!;

    /// <summary>Creates both ends.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _reader = new EppFrameReader(_pipe.Reader);
        _writer = new EppFrameWriter(_pipe.Writer);
    }

    /// <summary>Writes and reads the frames.</summary>
    [Benchmark(OperationsPerInvoke = Frames)]
    public async Task<int> WriteAndRead()
    {
        for (var i = 0; i < Frames; i++)
        {
            await _writer.WriteAsync(SampleMessages.CheckDomain).ConfigureAwait(false);
        }

        var bytes = 0;
        for (var i = 0; i < Frames; i++)
        {
            using var frame = await _reader.ReadAsync().ConfigureAwait(false);
            bytes += frame!.Payload.Length;
        }

        return bytes;
    }
}
