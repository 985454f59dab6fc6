using System.Diagnostics;
using EppClient.Commands;
using Microsoft.Extensions.Logging;
using Polly;

namespace EppClient.IntegrationTests.HostileServers;

/// <summary>A client without retries and delays, so that each fault of the server fails one call immediately.</summary>
internal static class Client
{
    /// <summary>A deadline for calls without a response.</summary>
    public static readonly TimeSpan Short = TimeSpan.FromMilliseconds(500);

    /// <summary>A deadline that no call reaches, even on a busy machine. Only a call that hangs takes longer.</summary>
    public static readonly TimeSpan Long = TimeSpan.FromSeconds(15);

    public static EppSessionPool For(HostileServer server, Func<EppOptions, EppOptions>? change = null, ILoggerFactory? log = null) =>
        new(change is null ? OptionsFor(server) : change(OptionsFor(server)), log);

    public static EppOptions OptionsFor(HostileServer server) => new()
    {
        Host = "localhost",
        Port = server.Port,
        ClientId = "REG-1",
        Password = "not-a-secret",
        Tls = new EppTlsOptions { TrustedRoots = [server.TrustedRoot] },
        Timeouts = new EppTimeoutOptions { Command = Long, Logout = TimeSpan.FromMilliseconds(250) },
        Pool = new EppPoolOptions { MaxSessions = 1, MinReconnectDelay = TimeSpan.FromMilliseconds(1), MaxReconnectDelay = TimeSpan.FromMilliseconds(1) },
        Recovery = new EppRecoveryOptions { RetryPipeline = ResiliencePipeline.Empty },
    };

    /// <summary>Checks a name, and asserts that the response is about that name.</summary>
    public static async Task CheckAsync(this IEppClient client, string name, TimeSpan? deadline = null, CancellationToken cancellationToken = default)
    {
        var response = await client.SendAsync(new DomainCheck(name), new EppSendOptions { Timeout = deadline ?? Long }, cancellationToken);
        response.Data.Items.Should().ContainSingle().Which.Name.Should().Be(name);
    }

    /// <summary>Asserts that the call fails within <see cref="Long"/>.</summary>
    public static async Task<Exception> FailureOf(Func<Task> call)
    {
        var started = Stopwatch.GetTimestamp();
        var failure = await Record.ExceptionAsync(call);
        Stopwatch.GetElapsedTime(started).Should().BeLessThan(Long);
        failure.Should().NotBeNull("the server causes a failure");
        return failure!;
    }

    /// <summary>Asserts that the call fails with the given exception and delivery within <see cref="Long"/>.</summary>
    public static async Task<TException> FailureOf<TException>(Func<Task> call, EppDelivery delivery)
        where TException : EppException
    {
        var failure = await FailureOf<TException>(call);
        failure.Delivery.Should().Be(delivery, failure.Message);
        return failure;
    }

    /// <summary>Asserts that the outcome of a transform command is unknown within <see cref="Long"/>.</summary>
    /// <typeparam name="TCause">The cause.</typeparam>
    public static async Task<TCause> LossOf<TCause>(Func<Task> call)
        where TCause : EppException
    {
        var unknown = await FailureOf<EppOutcomeUnknownException>(call, EppDelivery.MaybeSent);
        var cause = unknown.InnerException.Should().BeOfType<TCause>(unknown.Message).Subject;
        cause.Delivery.Should().Be(EppDelivery.MaybeSent);
        return cause;
    }

    /// <inheritdoc cref="FailureOf{TException}(Func{Task}, EppDelivery)"/>
    public static async Task<TException> FailureOf<TException>(Func<Task> call)
        where TException : EppException => (await FailureOf(call)).Should().BeOfType<TException>().Subject;
}
