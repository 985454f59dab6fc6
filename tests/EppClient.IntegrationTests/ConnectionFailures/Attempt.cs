using EppClient.IntegrationTests.HostileServers;

namespace EppClient.IntegrationTests.ConnectionFailures;

/// <summary>One command over a new pool, and what came of it. Each test of this folder names its row of the table of pains in a trait.</summary>
internal static class Attempt
{
    public const int Timeout = 30_000;

    /// <summary>Asserts that a session opens and a command is answered.</summary>
    public static async Task SucceedsAsync(HostileServer server, Func<EppOptions, EppOptions>? change = null)
    {
        await using var pool = Client.For(server, change);
        await pool.CheckAsync("a.example");
    }

    /// <summary>Asserts that no connection is made, for the given reason, and that the message says what to do.</summary>
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

    /// <summary>Asserts that what the server sends is no EPP, of the given kind, and that the message says what to do.</summary>
    public static async Task<EppProtocolException> MisspeaksAsync(
        HostileServer server, EppConnectionError error, Func<EppOptions, EppOptions>? change = null)
    {
        await using var pool = Client.For(server, change);
        var failure = await Client.FailureOf<EppProtocolException>(() => pool.CheckAsync("a.example"), EppDelivery.NotSent);
        failure.Error.Should().Be(error, failure.Message);
        failure.Message.Should().Contain(error.Remedy());
        return failure;
    }

    /// <summary>Options that trust the authority.</summary>
    public static Func<EppOptions, EppOptions> Trusting(TestAuthority authority, Func<EppTlsOptions, EppTlsOptions>? change = null) => options =>
    {
        var tls = new EppTlsOptions { TrustedRoots = [authority.Root] };
        return options with { Tls = change is null ? tls : change(tls) };
    };
}
