using System.Text;
using EppClient.Extensions.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EppClient.IntegrationTests.Hosting;

/// <summary>What is wrong is said when the host starts, by the name under which the configuration has it.</summary>
public sealed class SettingsErrorTests
{
    private static readonly (string Key, string? Value)[] Right = [("Host", "epp.example"), ("ClientId", "REG-1"), ("Password", "secret-of-a-test"), ("WarmUp", "None")];

    [Fact(Timeout = 60_000)]
    public async Task All_that_is_missing_is_named_at_once()
    {
        var failure = await FailureOfAsync();

        failure.Should().Contain("Epp:Dk:Host is missing").And.Contain("Epp:Dk:ClientId is missing").And.Contain("Epp:Dk:Password is missing").And.Contain("Epp__Dk__Password");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("Pool:MaxSessions", "0", "Epp:Dk:Pool:MaxSessions is 0")]
    [InlineData("Timeouts:Command", "00:00:00", "Epp:Dk:Timeouts:Command")]
    [InlineData("Port", "70000", "Epp:Dk:Port must be 1 to 65535")]
    [InlineData("Port", "seven", "Epp:Dk:Port")]
    [InlineData("Profile", "dkk", "Epp:Dk:Profile is 'dkk'")]
    [InlineData("Hots", "epp.example", "Hots")]
    [InlineData("Tls:TrustedRootsFile", "/nowhere/ca.pem", "/nowhere/ca.pem")]
    [InlineData("Tls:PublicKeyPins:0", "x", "Epp:Dk:Tls:PublicKeyPins")]
    public async Task Setting_that_is_wrong_is_named(string key, string value, string expected)
    {
        var failure = await FailureOfAsync([.. Right.Where(setting => setting.Key != key), (key, value)]);

        failure.Should().Contain(expected).And.NotContain("secret-of-a-test").And.NotContain("Parameter '");
    }

    [Fact(Timeout = 60_000)]
    public async Task Limit_of_all_processes_needs_who_counts() =>
        (await FailureOfAsync([.. Right, ("Pool:SharedMaxSessions", "4")])).Should().Contain("Epp:Dk:Pool:SharedMaxSessions is set, but nothing counts").And.Contain("AddSessionQuota");

    [Theory(Timeout = 60_000)]
    [InlineData(null, "Epp:Dk:Pool:SharedMaxSessions is missing")]
    [InlineData("0", "Epp:Dk:Pool:SharedMaxSessions is 0")]
    public async Task Who_counts_needs_the_limit_of_all_processes(string? value, string expected)
    {
        var failure = await FailureOfAsync(client => client.AddSessionQuota((_, _, _) => throw new InvalidOperationException("It is not asked.")), [.. Right, ("Pool:SharedMaxSessions", value)]);

        failure.Should().Contain(expected);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_right_starts()
    {
        var builder = HostOf.With(Right);
        builder.AddDk();
        using var host = builder.Build();

        await host.StartAsync();

        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task Settings_of_the_page_start_with_a_password_from_elsewhere()
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
