using System.Text;
using EppClient.Dk;
using EppClient.IntegrationTests.HostileServers;

namespace EppClient.IntegrationTests.Requests;

/// <summary>A registry that accepts every request and records the frames.</summary>
internal sealed class RecordingRegistry : IAsyncDisposable
{
    private readonly List<byte[]> _requests = [];
    private readonly HostileServer _server;

    public RecordingRegistry(string extensions, Func<EppOptions, EppOptions>? change = null)
    {
        _server = HostileServer.Start(async connection =>
        {
            await connection.SendAsync(GreetingWith(extensions));
            await connection.RespondToAllAsync(request => _requests.Add(Encoding.UTF8.GetBytes(request)));
        });
        Pool = Client.For(_server, o => (change ?? (same => same))(o with { Profile = DkProfile.Current, Timeouts = o.Timeouts with { Logout = Client.Long } }));
    }

    public EppSessionPool Pool { get; }

    /// <summary>The received messages without headers, in order.</summary>
    public IReadOnlyList<byte[]> Requests => _requests;

    public async Task<byte[]> FrameOfAsync(IEppCommand command, string transactionId)
    {
        await Pool.SendAsync(command, new EppSendOptions { ClientTransactionId = transactionId });
        return _requests[^1];
    }

    public async ValueTask DisposeAsync()
    {
        await Pool.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static string GreetingWith(string extensions)
    {
        string[] objects = [EppNamespaces.Domain, EppNamespaces.Host, EppNamespaces.Contact];
        var menu = string.Concat(objects.Select(uri => $"<objURI>{uri}</objURI>"))
            + $"<svcExtension>{string.Concat(extensions.Split(' ').Select(uri => $"<extURI>{uri}</extURI>"))}</svcExtension>";
        return Wire.Greeting.Replace("<objURI>urn:ietf:params:xml:ns:domain-1.0</objURI>", menu, StringComparison.Ordinal);
    }
}
