using EppClient.IntegrationTests.HostileServers;
using Microsoft.Extensions.Logging;

namespace EppClient.IntegrationTests.Services;

/// <summary>A registry that offers the services of the test, accepts what it is told to, and keeps the requests.</summary>
internal sealed class ServiceRegistry : IAsyncDisposable
{
    private readonly List<string> _requests = [];
    private readonly HostileServer _server;

    /// <summary>Starts a registry.</summary>
    /// <param name="greeting">Its greeting.</param>
    /// <param name="response">Its answer to a request; null for the usual one.</param>
    public ServiceRegistry(string greeting, Func<string, string?>? response = null) => _server = HostileServer.Start(async connection =>
    {
        await connection.SendAsync(greeting);
        string request;
        do
        {
            request = await connection.ReceiveAsync();
            lock (_requests)
            {
                _requests.Add(request);
            }

            await connection.SendAsync(response?.Invoke(request) ?? Wire.ResponseTo(request));
        }
        while (!request.Contains("<logout", StringComparison.Ordinal));
    });

    /// <summary>What arrived, in order; the first is the login.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public EppOptions Options => Client.OptionsFor(_server);

    public EppSessionPool Connect(Func<EppOptions, EppOptions> change, ILoggerFactory? log = null) => Client.For(_server, change, log);

    /// <summary>The greeting of a registry for domains with some extensions.</summary>
    public static string Greeting(params IEnumerable<string> extensions) => Wire.Greeting.Replace(
        "</svcMenu>", $"<svcExtension>{string.Concat(extensions.Select(uri => $"<extURI>{uri}</extURI>"))}</svcExtension></svcMenu>", StringComparison.Ordinal);

    /// <summary>An answer to a request with more in it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="code">The result code.</param>
    /// <param name="inResult">What stands behind the text of the result.</param>
    /// <param name="behindResult">What stands behind the result.</param>
    public static string Respond(string request, int code, string inResult = "", string behindResult = "") => Wire.Response(code, Wire.TransactionOf(request))
        .Replace("</msg></result>", $"</msg>{inResult}</result>{behindResult}", StringComparison.Ordinal);

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
