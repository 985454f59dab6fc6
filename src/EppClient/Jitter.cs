namespace EppClient;

/// <summary>Random differences between times, so that what began together does not happen at the same time.</summary>
internal static class Jitter
{
    /// <summary>Shortens a time at random.</summary>
    /// <param name="time">The time.</param>
    /// <param name="most">The largest part by which it is shortened, from 0 to 1.</param>
    public static TimeSpan Shorten(TimeSpan time, double most) => time * (1 - (most * Random.Shared.NextDouble()));
}
