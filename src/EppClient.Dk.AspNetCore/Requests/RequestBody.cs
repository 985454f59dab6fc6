using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EppClient.Dk.AspNetCore;

/// <summary>Reads the body of a request, up to a limit.</summary>
internal static class RequestBody
{
    private const int BufferSize = 4096;

    /// <returns>The request, or why it is refused.</returns>
    /// <exception cref="BadHttpRequestException">The server stopped reading: the body is too slow, or was cut off.</exception>
    public static async ValueTask<(FastTrackRequest? Request, FastTrackRefusal? Refusal)> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            return (null, FastTrackRefusal.Invalid("the content type is not application/json"));
        }

        if (request.ContentLength > maxBytes)
        {
            return (null, FastTrackRefusal.TooLarge);
        }

        // The server then stops reading by itself, also while it drops the rest of a body.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = maxBytes;
        }

        try
        {
            return await ReadBodyAsync(request.Body, maxBytes, cancellationToken).ConfigureAwait(false) is { } body
                ? (JsonSerializer.Deserialize(body.WrittenSpan, FastTrackJson.Default.FastTrackRequest), null)
                : (null, FastTrackRefusal.TooLarge);
        }
        catch (JsonException)
        {
            // Its text shows values of the request.
            return (null, FastTrackRefusal.Invalid("the body is not valid JSON, is nested too deeply, or a member has another type than specified"));
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, FastTrackRefusal.TooLarge);
        }
    }

    private static async ValueTask<ArrayBufferWriter<byte>?> ReadBodyAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>(BufferSize);
        while (await stream.ReadAsync(body.GetMemory(BufferSize), cancellationToken).ConfigureAwait(false) is var count and > 0)
        {
            body.Advance(count);
            if (body.WrittenCount > maxBytes)
            {
                return null;
            }
        }

        return body;
    }
}
