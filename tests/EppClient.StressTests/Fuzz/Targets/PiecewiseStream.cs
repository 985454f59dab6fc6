namespace EppClient.StressTests.Fuzz.Targets;

/// <summary>Returns its bytes in pieces of random length, or all at once.</summary>
internal sealed class PiecewiseStream(ReadOnlyMemory<byte> bytes, Random? chance) : Stream
{
    private const int LongestPiece = 40;

    private ReadOnlyMemory<byte> _left = bytes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var length = Math.Min(Math.Min(buffer.Length, _left.Length), chance?.Next(1, LongestPiece) ?? int.MaxValue);
        _left.Span[..length].CopyTo(buffer);
        _left = _left[length..];
        return length;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer.AsSpan(offset, count)));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
