namespace EppClient.StressTests.Soak;

/// <summary>How long, and how rough.</summary>
internal sealed record SoakOptions
{
    public TimeSpan Duration { get; init; } = TimeSpan.FromHours(1);

    public int Seed { get; init; } = 1;

    /// <summary>How often it is looked at: what a line of the table stands for.</summary>
    public TimeSpan SampleInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest that the network behaves; on average half of it.</summary>
    public TimeSpan WithoutFaults { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>The longest that it misbehaves, where a fault lasts.</summary>
    public TimeSpan WithFaults { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>After how long a command is given up.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// How long delayed data may still arrive after a session has ended. A stalled node delays it for
    /// <see cref="WithFaults"/>, including data of sessions that have ended.
    /// </summary>
    public TimeSpan SettlingTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How many send commands at once.</summary>
    public int Workers { get; init; } = 12;

    /// <summary>Over how many sessions they do, each with <see cref="PipelineDepth"/> commands under way.</summary>
    public int Sessions { get; init; } = 4;

    public int PipelineDepth { get; init; } = 3;
}
