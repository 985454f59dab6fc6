using EppClient.Commands;
using EppClient.Dk;
using EppClient.Dk.Testing;

namespace EppClient.IntegrationTests.Callers;

/// <summary>Many concurrent commands on few sessions, over real TLS.</summary>
public sealed class PipeliningTests
{
    [Theory(Timeout = 60_000)]
    [InlineData(1, 1)]
    [InlineData(1, 8)]
    [InlineData(1, 128)]
    [InlineData(4, 16)]
    public async Task Each_caller_gets_the_response_to_its_own_command(int sessions, int depth)
    {
        await using var registry = DkTestRegistry.Start();
        await using var pool = new EppSessionPool(new EppOptions
        {
            Host = registry.Host,
            Port = registry.Port,
            ClientId = registry.User,
            Password = registry.Password,
            Profile = DkProfile.Current,
            Tls = new EppTlsOptions { TrustedRoots = [registry.CaCertificate] },
            Pool = new EppPoolOptions { MaxSessions = sessions, PipelineDepth = depth },
        });

        var names = Enumerable.Range(0, 600).Select(i => $"navn{i}.dk").ToList();
        var responses = await Task.WhenAll(names.Select(name => pool.SendAsync(new DomainCheck(name))));

        responses.Select(response => response.Data.Items.Single().Name).Should().Equal(names);
        registry.Server.ConnectionCount.Should().BeInRange(1, sessions);
    }

    [Fact(Timeout = 60_000)]
    public async Task Rejections_of_one_caller_do_not_affect_other_callers()
    {
        // The .dk registry ends a session at the third equal error, with all commands in flight on it.
        await using var registry = DkTestRegistry.Start();
        await using var pool = new EppSessionPool(new EppOptions
        {
            Host = registry.Host,
            Port = registry.Port,
            ClientId = registry.User,
            Password = registry.Password,
            Profile = DkProfile.Current,
            Tls = new EppTlsOptions { TrustedRoots = [registry.CaCertificate] },
            Pool = new EppPoolOptions { MaxSessions = 2, PipelineDepth = 16, MaxRepeatedErrors = 3 },
        });

        var responses = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => i % 2 == 0
            ? pool.TrySendAsync((EppClient.IEppCommand)new DomainInfo($"findes-ikke{i}.dk"))
            : pool.TrySendAsync((EppClient.IEppCommand)new DomainCheck($"navn{i}.dk"))));

        responses.Where((_, i) => i % 2 == 0).Should().OnlyContain(response => response.Code.Value == 2303);
        responses.Where((_, i) => i % 2 == 1).Should().OnlyContain(response => response.IsSuccess);
    }
}
