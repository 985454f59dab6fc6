using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace EppClient.TestSupport;

/// <summary>Waits for a condition that raises no event: the state of a process or a database, the end of background work.</summary>
public static class Eventually
{
    private const int Tries = 50;
    private const int Yields = 100;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    // Long enough for a machine under load; a longer wait means that the condition never becomes true.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Waits until a condition holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="otherwise">Returns the text of the failure; null for the text of the condition.</param>
    /// <param name="text">The condition's text.</param>
    /// <exception cref="TimeoutException">The condition did not hold within two minutes.</exception>
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
                throw new TimeoutException($"The condition did not hold within {Limit}: {otherwise?.Invoke() ?? text}");
            }

            // Most background work completes after a few yields; a process or a database takes longer.
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
                // The connection was lost again, or the response timed out.
            }
        }
    }
}
