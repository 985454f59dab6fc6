using EppClient.Diagnostics;
using EppClient.Sessions;
using Microsoft.Extensions.Logging.Abstractions;

namespace EppClient.Tests.Sessions;

public sealed class PoolStateTests : SessionChannelTestBase
{
    private const int Credentials = 7;

    [Fact(Timeout = Timeout)]
    public async Task Session_counts_with_its_credentials_until_it_is_closed()
    {
        await using var channel = await OpenAsync(new ScriptedConnection());
        channel.CredentialsId = Credentials;
        var settings = new ChannelSettings(Time, NullLogger.Instance, new PoolMetrics("test", "epp.example", 700), new EppFrameOptions(), 1, default);
        var session = new PhysicalSession(channel, new FakeRegistry(), settings, new EppPoolOptions(), 0, permit: null);
        var state = new PoolState(max: 1);

        state.BeginOpening();
        Counts(Credentials).Should().BeFalse("it has not logged in yet");
        state.Opened(session);
        Counts(Credentials).Should().BeTrue("it is used");
        Counts(Credentials + 1).Should().BeFalse();
        session.Leases = 0;
        state.PutIdle(session);
        Counts(Credentials).Should().BeTrue("it is idle");
        Counts(Credentials + 1).Should().BeFalse();
        state.TakeIdle(session);
        state.BeginClosing(session);
        Counts(Credentials).Should().BeTrue("the registry may not have closed it yet");
        state.Closed();
        Counts(Credentials).Should().BeFalse();

        bool Counts(int credentialsId) => state.HasAnyOf(credentialsId);
    }
}
