using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace EppClient.TestSupport;

/// <summary>Waits for a condition that raises no event: the state of a process or a database, the end of background work.</summary>
public static class Eventually
{
    private const int Tries = 50;
    private const int Yields = 100;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    // A machine under load delays everything; what takes longer than this has not merely been delayed.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Waits until a condition holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="otherwise">What the failure says; null for the condition's own text.</param>
    /// <param name="text">The condition's text.</param>
    /// <exception cref="TimeoutException">It did not hold within two minutes.</exception>
    public static Task HoldsAsync(Func<bool> condition, Func<string>? otherwise = null, [CallerArgumentExpression(nameof(condition))] string text = "") =>
        HoldsAsync(() => Task.FromResult(condition()), otherwise, text);

    /// <inheritdoc cref="HoldsAsync(Func{bool}, Func{string}?, string)"/>
    public static async Task HoldsAsync(Func<Task<bool>> condition, Func<string>? otherwise = null, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; !await condition(); i++)
        {
            if (Stopwatch.GetElapsedTime(started) > Limit)
            {
                throw new TimeoutException($"Within {Limit} this did not come about: {otherwise?.Invoke() ?? text}");
            }

            // Most work in the background is a few turns away; a process or a database takes its time.
            if (i < Yields)
            {
                await Task.Yield();
            }
            else
            {
                await Task.Delay(Interval);
            }
        }
    }

    /// <summary>Repeats an operation until no connection is lost during it.</summary>
    public static async Task<T> SucceedsAsync<T>(Func<Task<T>> operation)
    {
        for (var i = 1; ; i++)
        {
            try
            {
                return await operation();
            }
            catch (Exception lost) when (lost is EppConnectionException or EppTimeoutException && i < Tries)
            {
                // Cut once more, or silent for too long.
            }
        }
    }
}
