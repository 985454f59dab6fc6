using System.Text;
using EppClient.Extensions.Hosting;
using EppClient.IntegrationTests.Callers;
using EppClient.TestSupport.Servers;
using EppClient.Testing.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EppClient.IntegrationTests.Hosting;

/// <summary>Invalid settings are reported when the host starts, with their configuration keys.</summary>
public sealed class SettingsErrorTests
{
    private static readonly (string Key, string? Value)[] Right = [("Host", "epp.example"), ("ClientId", "REG-1"), ("Password", "secret-of-a-test"), ("WarmUp", "None")];

    [Fact(Timeout = 60_000)]
    public async Task All_missing_settings_are_reported_together()
    {
        var failure = await FailureOfAsync();

        failure.Should().Contain("Epp:Dk:Host is missing").And.Contain("Epp:Dk:ClientId is missing").And.Contain("Epp:Dk:Password is missing").And.Contain("Epp__Dk__Password");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("Pool:MaxSessions", "0", "Epp:Dk:Pool:MaxSessions is 0")]
    [InlineData("Timeouts:Command", "00:00:00", "Epp:Dk:Timeouts:Command")]
    [InlineData("Port", "70000", "Epp:Dk:Port is 70000; it must lie between 1 and 65535")]
    [InlineData("Port", "seven", "Epp:Dk:Port")]
    [InlineData("Profile", "dkk", "Epp:Dk:Profile is 'dkk'")]
    [InlineData("Hots", "epp.example", "Hots")]
    [InlineData("Tls:TrustedRootsFile", "/nowhere/ca.pem", "/nowhere/ca.pem")]
    [InlineData("Tls:PublicKeyPins:0", "x", "Epp:Dk:Tls:PublicKeyPins")]
    public async Task Invalid_setting_is_reported(string key, string value, string expected)
    {
        var failure = await FailureOfAsync([.. Right.Where(setting => setting.Key != key), (key, value)]);

        failure.Should().Contain(expected).And.NotContain("secret-of-a-test").And.NotContain("Parameter '");
    }

    [Fact(Timeout = 60_000)]
    public async Task All_invalid_settings_are_reported_together()
    {
        var failure = await FailureOfAsync([.. Right, ("Port", "70000"), ("Pool:MaxSessions", "0"), ("Timeouts:Command", "00:00:00")]);

        failure.Should().ContainAll("Epp:Dk:Port is 70000", "Epp:Dk:Pool:MaxSessions is 0", "Epp:Dk:Timeouts:Command is");
    }

    [Fact(Timeout = 60_000)]
    public async Task Missing_settings_unusable_files_and_invalid_values_are_reported_together()
    {
        var failure = await FailureOfAsync(
            ("ClientId", "REG-1"), ("Profile", "dkk"), ("Tls:TrustedRootsFile", "/nowhere/ca.pem"), ("Tls:ClientCertificateFile", "/nowhere/client.pem"), ("Port", "70000"), ("Pool:SharedMaxSessions", "0"));

        failure.Should().ContainAll(
            "Epp:Dk:Host is missing", "Epp:Dk:Password is missing", "Epp:Dk:Profile is 'dkk'", "Epp:Dk:Tls:TrustedRootsFile names a file that cannot be used",
            "Epp:Dk:Tls:ClientCertificateFile names a file that cannot be used", "Epp:Dk:Port is 70000", "Epp:Dk:Pool:SharedMaxSessions is 0");
    }

    [Fact(Timeout = 60_000)]
    public async Task Failure_at_startup_is_one_line_that_names_the_setting()
    {
        await using var server = EppTestServer.Start(new PollQueueService());
        var log = new ClientLog();
        var builder = HostOf.With(server, "REG-1", "secret-of-a-test", ("WarmUp", "Try"));
        builder.Services.AddSingleton<ILoggerFactory>(log);
        builder.AddDk();
        using var host = builder.Build();

        await host.StartAsync();
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();

        log.Of("WarmUpFailed").Should().ContainSingle().Which.Should().Contain("Epp:Dk:Tls:TrustedRootsFile").And.NotContain("EppTlsOptions").And.NotContain("\n");
    }

    [Fact(Timeout = 60_000)]
    public async Task SharedMaxSessions_without_a_quota_is_reported() =>
        (await FailureOfAsync([.. Right, ("Pool:SharedMaxSessions", "4")])).Should().Contain("Epp:Dk:Pool:SharedMaxSessions is set, but no session quota is registered").And.Contain("AddSessionQuota");

    [Theory(Timeout = 60_000)]
    [InlineData(null, "Epp:Dk:Pool:SharedMaxSessions is missing")]
    [InlineData("0", "Epp:Dk:Pool:SharedMaxSessions is 0")]
    public async Task Quota_without_SharedMaxSessions_is_reported(string? value, string expected)
    {
        var failure = await FailureOfAsync(client => client.AddSessionQuota((_, _, _) => throw new InvalidOperationException("The quota is not called.")), [.. Right, ("Pool:SharedMaxSessions", value)]);

        failure.Should().Contain(expected);
    }

    [Fact(Timeout = 60_000)]
    public async Task Valid_settings_start_the_host()
    {
        var builder = HostOf.With(Right);
        builder.AddDk();
        using var host = builder.Build();

        await host.StartAsync();

        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task Documented_settings_start_with_a_password_from_another_source()
    {
        var page = await File.ReadAllTextAsync(RepositoryFolder.Combine("docs", "guide", "hosting.md"));
        var json = page.Split("```json")[1].Split("```")[0];
        var builder = HostOf.With(("Password", "secret-of-a-test"), ("WarmUp", "None"));
        builder.Configuration.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json)));
        builder.AddDk();
        var host = builder.Build();

        await host.StartAsync();

        host.Services.GetRequiredService<EppSessionPool>().Options.Pool.MaxSessions.Should().Be(4);
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    private static Task<string> FailureOfAsync(params (string Key, string? Value)[] settings) => FailureOfAsync(_ => { }, settings);

    private static async Task<string> FailureOfAsync(Action<EppClientBuilder> configure, params (string Key, string? Value)[] settings)
    {
        var builder = HostOf.With(settings);
        configure(builder.AddDk());
        var host = builder.Build();
        try
        {
            var start = () => host.StartAsync();
            var failure = (await start.Should().ThrowAsync<Exception>()).Which;
            failure.Should().Match(e => e is OptionsValidationException || e is InvalidOperationException);
            return failure.Message;
        }
        finally
        {
            await ((IAsyncDisposable)host).DisposeAsync();
        }
    }
}
