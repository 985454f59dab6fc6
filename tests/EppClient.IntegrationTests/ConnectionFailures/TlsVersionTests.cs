using System.Net.Security;
using System.Security.Authentication;
using EppClient.IntegrationTests.HostileServers;

namespace EppClient.IntegrationTests.ConnectionFailures;

/// <summary>Registries that support only one version of TLS, or have a faulty implementation of the newer one.</summary>
[Trait("Failure", "25")]
public sealed class TlsVersionTests
{
    private const SslProtocols Both = SslProtocols.Tls12 | SslProtocols.Tls13;

    [Theory(Timeout = Attempt.Timeout)]
    [InlineData(SslProtocols.Tls12, SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13, SslProtocols.Tls13)]
    [InlineData(Both, SslProtocols.Tls13)]
    public async Task Newest_common_version_is_used_by_default(SslProtocols offered, SslProtocols expected) => await SpeaksAsync(offered, null, expected);

    [Theory(Timeout = Attempt.Timeout)]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task Version_range_can_be_restricted(SslProtocols version) => await SpeaksAsync(Both, version, version);

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Profile_restricts_the_version_unless_the_options_set_it()
    {
        await SpeaksAsync(Both, null, SslProtocols.Tls12, profile: SslProtocols.Tls12);
        await SpeaksAsync(Both, SslProtocols.Tls13, SslProtocols.Tls13, profile: SslProtocols.Tls12);
    }

    [Theory(Timeout = Attempt.Timeout)]
    [InlineData(SslProtocols.Tls12, SslProtocols.Tls13)]
    [InlineData(SslProtocols.Tls13, SslProtocols.Tls12)]
    public async Task No_common_version_is_reported_with_the_option(SslProtocols offered, SslProtocols wanted)
    {
        await using var server = HostileServer.StartTls(new SslServerAuthenticationOptions { EnabledSslProtocols = offered }, c => c.ServeAsync());

        await Attempt.FailsAsync(server, EppConnectionError.NoCommonTlsVersion, Wanting(server, wanted));
    }

    private static async Task SpeaksAsync(SslProtocols offered, SslProtocols? wanted, SslProtocols expected, SslProtocols? profile = null)
    {
        var spoken = SslProtocols.None;
        await using var server = HostileServer.StartTls(new SslServerAuthenticationOptions { EnabledSslProtocols = offered }, c =>
        {
            spoken = c.TlsVersion;
            return c.ServeAsync();
        });

        await Attempt.SucceedsAsync(server, options => Wanting(server, wanted)(options) with { Profile = options.Profile with { TlsVersions = profile } });

        spoken.Should().Be(expected);
    }

    private static Func<EppOptions, EppOptions> Wanting(HostileServer server, SslProtocols? versions) =>
        options => options with { Tls = new EppTlsOptions { TrustedRoots = [server.TrustedRoot], Versions = versions } };
}
