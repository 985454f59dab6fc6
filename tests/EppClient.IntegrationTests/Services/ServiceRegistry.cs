using EppClient.IntegrationTests.HostileServers;
using Microsoft.Extensions.Logging;

namespace EppClient.IntegrationTests.Services;

/// <summary>A registry that offers the given services, sends the given responses, and records the requests.</summary>
internal sealed class ServiceRegistry : IAsyncDisposable
{
    private readonly List<string> _requests = [];
    private readonly HostileServer _server;

    /// <summary>Starts a registry.</summary>
    /// <param name="greeting">The greeting.</param>
    /// <param name="response">Returns the response to a request, or null for the default response.</param>
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

    /// <summary>The received requests in order, starting with the login.</summary>
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

    /// <summary>The greeting of a registry for domains with the given extensions.</summary>
    public static string Greeting(params IEnumerable<string> extensions) => Wire.Greeting.Replace(
        "</svcMenu>", $"<svcExtension>{string.Concat(extensions.Select(uri => $"<extURI>{uri}</extURI>"))}</svcExtension></svcMenu>", StringComparison.Ordinal);

    /// <summary>A response with additional XML.</summary>
    /// <param name="request">The request.</param>
    /// <param name="code">The result code.</param>
    /// <param name="inResult">The XML after the text in the result.</param>
    /// <param name="behindResult">The XML after the result.</param>
    public static string Respond(string request, int code, string inResult = "", string behindResult = "") => Wire.Response(code, Wire.TransactionOf(request))
        .Replace("</msg></result>", $"</msg>{inResult}</result>{behindResult}", StringComparison.Ordinal);

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
