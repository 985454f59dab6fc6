using Xunit.Abstractions;

namespace EppClient.StressTests.Simulation;

/// <summary>The session manager under seeded schedules.</summary>
public sealed class SessionSimulationTests(ITestOutputHelper output)
{
    private static readonly int Schedules = TestSize.Of(eachCommit: 2, full: 100);
    private static readonly int StepsForEach = TestSize.Of(eachCommit: 2_500, full: 100_000);

    [Fact]
    public async Task Under_every_schedule_each_command_is_settled_once_and_truthfully()
    {
        var (steps, commands, connections, late, found) = (0, 0, 0, 0, 0);
        for (var seed = TestSize.Seed; seed < TestSize.Seed + Schedules; seed++)
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
                throw new InvalidOperationException($"Schedule {seed}, after {steps} steps in all ({TestSize.Repeat}): {exception.Message}", exception);
            }

            commands += simulation.Settled;
            connections += simulation.Connects;
            late += simulation.CarriedOutLate;
            found += simulation.Found;
        }

        output.WriteLine($"{TestSize.Repeat}: {steps} steps, {commands} commands, {connections} connections; {late} commands carried out late, {found} unknown outcomes found out about.");
        commands.Should().BeGreaterThan(steps / 10, "a simulation in which nothing happens proves nothing");
        connections.Should().BeGreaterThan(steps / 500);
        late.Should().BePositive();
        found.Should().BePositive();
    }
}
