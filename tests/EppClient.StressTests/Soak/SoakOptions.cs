namespace EppClient.StressTests.Soak;

/// <summary>The duration and the fault settings of a run.</summary>
internal sealed record SoakOptions
{
    public TimeSpan Duration { get; init; } = TimeSpan.FromHours(1);

    public int Seed { get; init; } = 1;

    /// <summary>The sampling interval: one line of the table.</summary>
    public TimeSpan SampleInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The maximum time without faults; on average half of it.</summary>
    public TimeSpan WithoutFaults { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>The maximum duration of a lasting fault.</summary>
    public TimeSpan WithFaults { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>The timeout of a command.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// The time for which delayed data may still arrive after a session has ended. A stalled node delays it for
    /// <see cref="WithFaults"/>, including data of sessions that have ended.
    /// </summary>
    public TimeSpan SettlingTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The number of concurrent callers.</summary>
    public int Workers { get; init; } = 12;

    /// <summary>The number of sessions, each with <see cref="PipelineDepth"/> commands in flight.</summary>
    public int Sessions { get; init; } = 4;

    public int PipelineDepth { get; init; } = 3;
}
