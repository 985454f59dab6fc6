using System.IO.Pipelines;
using EppClient.Transport;

namespace EppClient.StressTests.Fuzz.Targets;

/// <summary>A stream of frames that arrives in pieces. The pieces must not affect the result.</summary>
internal sealed class FrameTarget : FuzzTarget
{
    private const int MaxFrameBytes = 64 * 1024;

    public override string Name => "frames";

    protected override bool Feed(ReadOnlyMemory<byte> input)
    {
        var (whole, wholeEnd) = Read(new PiecewiseStream(input, chance: null));
        var chance = new Random(new HashCodeOf(input).Value);
        var (pieces, piecesEnd) = Read(new PiecewiseStream(input, chance));
        if (wholeEnd != piecesEnd || !whole.SequenceEqual(pieces))
        {
            throw new FindingException($"frames: in pieces {pieces.Count} frames and {piecesEnd?.Name}, at once {whole.Count} and {wholeEnd?.Name}");
        }

        return wholeEnd is null;
    }

    private static (List<string> Frames, Type? End) Read(PiecewiseStream stream)
    {
        List<string> frames = [];
        var reader = new EppFrameReader(PipeReader.Create(stream), MaxFrameBytes);
        try
        {
            while (AtOnce(reader.ReadAsync()) is { } frame)
            {
                using (frame)
                {
                    frames.Add(Convert.ToHexString(frame.Payload.Span));
                }
            }

            return (frames, null);
        }
        catch (Exception documented) when (documented is EppProtocolException or EppConnectionException)
        {
            return (frames, documented.GetType());
        }
    }

    /// <summary>The stream never waits, so the reader must not wait either. <c>Result</c> is read only after completion, and so does not block.</summary>
    private static EppFrame? AtOnce(ValueTask<EppFrame?> reading) =>
        reading.IsCompleted ? reading.Result : throw new FindingException("frames: the reader waits, although all bytes are available");

    /// <summary>Returns the same number for the same input in every process.</summary>
    private readonly record struct HashCodeOf(ReadOnlyMemory<byte> Input)
    {
        public int Value
        {
            get
            {
                var value = 17;
                foreach (var byteValue in Input.Span)
                {
                    value = unchecked((value * 31) + byteValue);
                }

                return value;
            }
        }
    }
}
