using System.Globalization;
using Xunit.Abstractions;

namespace EppClient.StressTests.Simulation;

/// <summary>
/// The session manager under seeded schedules: 100,000 steps in CI. For a longer run set EPP_SIMULATION_STEPS to the number of
/// steps for each seed, and EPP_SIMULATION_SEED to where the seeds begin.
/// </summary>
public sealed class SessionSimulationTests(ITestOutputHelper output)
{
    private const int Seeds = 40;
    private const int StepsInAll = 100_000;

    private static readonly int StepsForEach = Setting("EPP_SIMULATION_STEPS") ?? StepsInAll / Seeds;
    private static readonly int FirstSeed = Setting("EPP_SIMULATION_SEED") ?? 1;

    [Fact]
    public async Task Under_every_schedule_each_command_is_settled_once_and_truthfully()
    {
        var (steps, commands, connections) = (0, 0, 0);
        for (var seed = FirstSeed; seed < FirstSeed + Seeds; seed++)
        {
            var simulation = new Schedule.Simulation(seed);
            try
            {
                for (var step = 0; step < StepsForEach; step++, steps++)
                {
                    await simulation.StepAsync();
                }

                await simulation.FinishAsync();
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Seed {seed}, after {steps} steps in all: {exception.Message}", exception);
            }

            commands += simulation.Settled;
            connections += simulation.Connects;
        }

        output.WriteLine($"{steps} steps, {commands} commands, {connections} connections.");
        commands.Should().BeGreaterThan(steps / 10, "a simulation in which nothing happens proves nothing");
        connections.Should().BeGreaterThan(steps / 500);
    }

    private static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;
}
