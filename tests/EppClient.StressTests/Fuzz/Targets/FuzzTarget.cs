using System.Diagnostics;

namespace EppClient.StressTests.Fuzz.Targets;

/// <summary>A part of the library that strangers can feed, and what has to hold whatever they feed it.</summary>
internal abstract class FuzzTarget
{
    /// <summary>What reading may allocate for each octet: objects and texts of an element as short as four octets, or an indent of 100 levels.</summary>
    public const int AllocatedPerByte = 1000;

    /// <summary>What it may allocate beside that: buffers, and what is made once.</summary>
    public const long AllocatedAlways = 8 * 1024 * 1024;

    private const int SomeLength = 1000;

    /// <summary>Far more than any input takes, on a busy machine too.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>The most that it has allocated for each octet of an input of some length.</summary>
    public double Peak { get; private set; }

    /// <summary>Its name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What ends the messages that it reads; null where it reads no whole messages.</summary>
    public virtual string? Root => null;

    /// <summary>Feeds it.</summary>
    /// <returns>Whether it was read; if not, it was refused as documented.</returns>
    /// <exception cref="FindingException">Something does not hold.</exception>
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
            throw new FindingException($"{Name}: an exception that is not documented, {undocumented.GetType().Name}", undocumented);
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
            throw new FindingException($"{Name}: {allocated} octets allocated for {input.Length}");
        }

        if (elapsed > Longest)
        {
            throw new FindingException($"{Name}: {elapsed.TotalSeconds:0} s for {input.Length} octets");
        }
    }
}
