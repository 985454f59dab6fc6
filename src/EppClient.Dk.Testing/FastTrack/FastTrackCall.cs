using System.Net.Http.Json;

namespace EppClient.Dk.Testing.FastTrack;

/// <summary>The call to a registrar's endpoint. Its failures are results: a registrant reads them, a program does not handle them.</summary>
internal sealed class FastTrackCall(DkSelfServiceOptions options, TimeProvider clock)
{
    private const int MaxBodyBytes = 64 * 1024;

    public async Task<FastTrackResult> SendAsync(DkFastTrackEndpoint endpoint, FastTrackRequest request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await ExchangeAsync(endpoint, request, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return FastTrackResult.TimedOut;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return FastTrackResult.Unreachable;
        }
    }

    private async Task<FastTrackResult> ExchangeAsync(DkFastTrackEndpoint endpoint, FastTrackRequest request, CancellationToken cancellationToken)
    {
        // The timeout is the registry's, whose clock a test can control.
        using var client = new HttpClient(options.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        using var message = new HttpRequestMessage(HttpMethod.Post, endpoint.Url) { Content = JsonContent.Create(request, FastTrackJson.Default.FastTrackRequest) };
        if (endpoint.ApiKey is { } key)
        {
            message.Headers.Add("X-API-KEY", key);
        }

        using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        return FastTrackResult.From(response.StatusCode, await ReadAsync(response.Content, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Reads the body; null if it is too long.</summary>
    private static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            await content.LoadIntoBufferAsync(MaxBodyBytes, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return null;
        }

        return await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
    }
}
