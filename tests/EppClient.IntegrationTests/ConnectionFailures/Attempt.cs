using EppClient.IntegrationTests.HostileServers;

namespace EppClient.IntegrationTests.ConnectionFailures;

/// <summary>Sends one command over a new pool and checks the result. Each test in this folder has the row of the failure table as a trait.</summary>
internal static class Attempt
{
    public const int Timeout = 30_000;

    /// <summary>Asserts that a session opens and a command gets a response.</summary>
    public static async Task SucceedsAsync(HostileServer server, Func<EppOptions, EppOptions>? change = null)
    {
        await using var pool = Client.For(server, change);
        await pool.CheckAsync("a.example");
    }

    /// <summary>Asserts that the connection fails for the given reason, and that the message contains the remedy.</summary>
    public static async Task<EppConnectionException> FailsAsync(
        HostileServer server, EppConnectionError error, Func<EppOptions, EppOptions>? change = null)
    {
        await using var pool = Client.For(server, change);
        var failure = await Client.FailureOf<EppConnectionException>(() => pool.CheckAsync("a.example"), EppDelivery.NotSent);
        failure.Error.Should().Be(error, failure.Message);
        failure.Message.Should().Contain(error.Remedy());
        failure.ToString().Should().NotContain("not-a-secret");
        return failure;
    }

    /// <summary>Asserts that the server sends something other than EPP, of the given kind, and that the message contains the remedy.</summary>
    public static async Task<EppProtocolException> MisspeaksAsync(
        HostileServer server, EppConnectionError error, Func<EppOptions, EppOptions>? change = null)
    {
        await using var pool = Client.For(server, change);
        var failure = await Client.FailureOf<EppProtocolException>(() => pool.CheckAsync("a.example"), EppDelivery.NotSent);
        failure.Error.Should().Be(error, failure.Message);
        failure.Message.Should().Contain(error.Remedy());
        return failure;
    }

    /// <summary>Sets options that trust the authority.</summary>
    public static Func<EppOptions, EppOptions> Trusting(TestAuthority authority, Func<EppTlsOptions, EppTlsOptions>? change = null) => options =>
    {
        var tls = new EppTlsOptions { TrustedRoots = [authority.Root] };
        return options with { Tls = change is null ? tls : change(tls) };
    };
}
