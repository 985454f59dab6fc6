using System.Globalization;

namespace EppClient.TestSupport;

/// <summary>
/// Long tests have two sizes: one for each commit, and the full size, with <c>EPP_TEST_SIZE=full</c>. Their seed changes with each run and is in
/// their output and in every failure; <c>EPP_TEST_SEED</c> repeats it. See docs/reference/test-sizes.md.
/// </summary>
public static class TestSize
{
    private const int Seeds = 1_000_000;

    /// <summary>Whether the tests run in full size.</summary>
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("EPP_TEST_SIZE") == "full";

    /// <summary>The seed of this process.</summary>
    public static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("EPP_TEST_SEED"), CultureInfo.InvariantCulture, out var seed)
        ? seed
        : (int)(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() % Seeds);

    /// <summary>The environment variables that repeat this run, for output and failures.</summary>
    public static string Repeat { get; } = string.Create(CultureInfo.InvariantCulture, $"{(IsFull ? "EPP_TEST_SIZE=full " : string.Empty)}EPP_TEST_SEED={Seed}");

    /// <summary>Returns one of two sizes.</summary>
    public static int Of(int eachCommit, int full) => IsFull ? full : eachCommit;
}
