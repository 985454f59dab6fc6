namespace EppClient.Dk.Testing;

/// <summary>How the registry calls the endpoints of registrars for fast-track transfers. The specification leaves these values open.</summary>
public sealed record DkSelfServiceOptions
{
    /// <summary>
    /// How long the token of a domain is valid; the function gets the name of the domain. In the example of the specification, the domains of one request
    /// have tokens with different lives. Default: ten minutes for every domain.
    /// </summary>
    public Func<EppDomainName, TimeSpan> TokenLife { get; init; } = static _ => TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long the registry waits for the complete response, measured with the timers of <see cref="DkRegistry.Clock"/>. Default: ten seconds.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Creates the handler that sends one request; the registry disposes it. Replace it to call an endpoint in the same process, for example with the handler
    /// of a <c>TestServer</c>. Default: a handler that verifies certificates and uses no redirects, cookies or proxies, so that only the endpoint is called.
    /// </summary>
    public Func<HttpMessageHandler> CreateHandler { get; init; } =
        static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };
}
