using System.Diagnostics;

namespace EppClient.StressTests.Fuzz.Targets;

/// <summary>A part of the library that processes untrusted input, and the requirements that it must meet for all inputs.</summary>
internal abstract class FuzzTarget
{
    /// <summary>The maximum allocation per input byte: objects and texts of an element as short as four bytes, or an indent of 100 levels.</summary>
    public const int AllocatedPerByte = 1000;

    /// <summary>The maximum of additional allocation: buffers and one-time initialization.</summary>
    public const long AllocatedAlways = 8 * 1024 * 1024;

    private const int SomeLength = 1000;

    /// <summary>Far more than any input needs, even on a busy machine.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>The maximum allocation per byte, for inputs of sufficient length.</summary>
    public double Peak { get; private set; }

    /// <summary>The name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>The end of the messages that it reads; null if it does not read whole messages.</summary>
    public virtual string? Root => null;

    /// <summary>Feeds an input to the target.</summary>
    /// <returns>True if the input was read; false if it was rejected as documented.</returns>
    /// <exception cref="FindingException">A requirement is violated.</exception>
    public bool Try(ReadOnlyMemory<byte> input)
    {
        var (allocated, started) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        try
        {
            var isRead = Feed(input);
            Check(input, GC.GetAllocatedBytesForCurrentThread() - allocated, Stopwatch.GetElapsedTime(started));
            return isRead;
        }
        catch (Exception undocumented) when (undocumented is not FindingException)
        {
            throw new FindingException($"{Name}: undocumented exception {undocumented.GetType().Name}", undocumented);
        }
    }

    /// <inheritdoc cref="Try"/>
    protected abstract bool Feed(ReadOnlyMemory<byte> input);

    private void Check(ReadOnlyMemory<byte> input, long allocated, TimeSpan elapsed)
    {
        if (input.Length >= SomeLength)
        {
            Peak = Math.Max(Peak, (double)allocated / input.Length);
        }

        if (allocated > AllocatedAlways + ((long)AllocatedPerByte * input.Length))
        {
            throw new FindingException($"{Name}: {allocated} bytes allocated for {input.Length} bytes");
        }

        if (elapsed > Longest)
        {
            throw new FindingException($"{Name}: {elapsed.TotalSeconds:0} s for {input.Length} bytes");
        }
    }
}
