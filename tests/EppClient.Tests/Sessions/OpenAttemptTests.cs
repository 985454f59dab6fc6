using EppClient.Sessions;

namespace EppClient.Tests.Sessions;

/// <summary>An attempt to open a session that ends while its caller leaves: exactly one of the two is responsible for the session.</summary>
[Trait("Failure", "1")]
public sealed class OpenAttemptTests
{
    private const int Each = 1_000;
    private const int Rounds = 100;
    private const int Timeout = 120_000;

    [Fact(Timeout = Timeout)]
    public async Task Caller_either_leaves_or_is_served()
    {
        var served = new bool[Each];
        await RaceAsync((opening, i) => served[i] = opening.TryServe(null), (opening, i) => served[i] && opening.Session.IsCompletedSuccessfully);
    }

    [Fact(Timeout = Timeout)]
    public Task Caller_either_leaves_or_gets_the_failure() =>
        RaceAsync(
            (opening, _) => opening.Fail(new EppConnectionException("down", EppDelivery.NotSent)),
            (opening, _) => opening.Session.Exception is not null);

    /// <summary>Two threads process the same attempts concurrently: one completes them and the other leaves them.</summary>
    private static async Task RaceAsync(Action<OpenAttempt, int> end, Func<OpenAttempt, int, bool> isServed)
    {
        using var instant = new Instant(InstantOrder.Together);
        for (var round = 0; round < Rounds; round++)
        {
            var openings = Enumerable.Range(0, Each).Select(_ => new OpenAttempt(0, TimeProvider.System)).ToArray();
            var left = new bool[Each];
            var (ended, leaving) = (0, 0);
            await instant.PerformAsync(
                () =>
                {
                    for (var i = 0; i < Each; i++)
                    {
                        Meet(ref ended, ref leaving, i);
                        end(openings[i], i);
                    }
                },
                () =>
                {
                    for (var i = 0; i < Each; i++)
                    {
                        Meet(ref leaving, ref ended, i);
                        left[i] = openings[i].TryLeave();
                    }
                });

            Enumerable.Range(0, Each).Count(i => isServed(openings[i], i) == left[i]).Should().Be(0, "exactly one is responsible in round {0}", round);
        }
    }

    /// <summary>Waits briefly until the other thread has reached the same attempt.</summary>
    private static void Meet(ref int mine, ref int other, int number)
    {
        Volatile.Write(ref mine, number + 1);
        for (var timeout = 0; timeout < 500 && Volatile.Read(ref other) <= number; timeout++)
        {
            Thread.SpinWait(1);
        }
    }
}
