using System.Data.Common;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EppClient.Dk.AspNetCore;

/// <summary>Responds to the registry's request. Sends nothing to the registry: the response waits for the store only.</summary>
internal sealed class FastTrackEndpoint : IDisposable
{
    private const int SegmentsPerMinute = 6;

    private readonly SessionOffers _offers;
    private readonly DkFastTrackPolicy _policy;
    private readonly FastTrackMetrics _metrics;
    private readonly IOptionsMonitor<DkFastTrackOptions> _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SlidingWindowRateLimiter _withKey;
    private readonly SlidingWindowRateLimiter _withoutKey;

    public FastTrackEndpoint(
        SessionOffers offers, DkFastTrackPolicy policy, FastTrackMetrics metrics, IOptionsMonitor<DkFastTrackOptions> options, TimeProvider time, ILogger<FastTrackEndpoint> logger)
    {
        (_offers, _policy, _metrics, _options, _time, _logger) = (offers, policy, metrics, options, time, logger);
        _withKey = CreateLimiter(options.CurrentValue.RequestsPerMinute);

        // Separate, so that others cannot use up the registry's requests.
        _withoutKey = CreateLimiter(options.CurrentValue.RequestsPerMinute);
    }

    public void Dispose()
    {
        _withKey.Dispose();
        _withoutKey.Dispose();
    }

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        FastTrackRefusal refusal;
        try
        {
            // Throws if the configuration was changed to invalid options.
            var options = _options.CurrentValue;
            using var limit = new CancellationTokenSource(options.RequestTimeout, _time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, context.RequestAborted);
            var (link, reason) = await HandleAsync(context.Request, options, both.Token).ConfigureAwait(false);
            if (link is not null)
            {
                _metrics.Responded(StatusCodes.Status200OK);
                return TypedResults.Json(new FastTrackResponse(SessionLink.UrlOf(options.SessionUrl!, link)), FastTrackJson.Default.FastTrackResponse);
            }

            refusal = reason!;
        }
        catch (OperationCanceledException)
        {
            refusal = FastTrackRefusal.TimedOut;
        }
        catch (BadHttpRequestException e)
        {
            refusal = e.StatusCode == StatusCodes.Status408RequestTimeout ? FastTrackRefusal.TimedOut : FastTrackRefusal.Invalid("the body was cut off");
        }
        catch (DbException e)
        {
            FastTrackLog.StoreFailed(_logger, e);
            refusal = FastTrackRefusal.StoreFailed;
        }
        catch (Exception e)
        {
            // A policy or another store of the user may throw any exception. The registrant gets a text, not the error page of the server.
            FastTrackLog.RequestFailed(_logger, e);
            refusal = FastTrackRefusal.Failed;
        }

        return Refuse(context, refusal);
    }

    private static SlidingWindowRateLimiter CreateLimiter(int requestsPerMinute) => new(new SlidingWindowRateLimiterOptions
    {
        PermitLimit = requestsPerMinute,
        Window = TimeSpan.FromMinutes(1),
        SegmentsPerWindow = SegmentsPerMinute,
        QueueLimit = 0,
    });

    private async ValueTask<(string? Link, FastTrackRefusal? Refusal)> HandleAsync(HttpRequest request, DkFastTrackOptions options, CancellationToken cancellationToken)
    {
        if (!options.IsEnabled)
        {
            return (null, FastTrackRefusal.Disabled);
        }

        // Before the body is read.
        var isAccepted = ApiKeys.Accept(request.Headers[ApiKeys.Header], options.ApiKeys);
        using var permit = (isAccepted ? _withKey : _withoutKey).AttemptAcquire();
        if (!permit.IsAcquired)
        {
            return (null, FastTrackRefusal.TooManyRequests);
        }

        if (!isAccepted)
        {
            return (null, FastTrackRefusal.WrongKey);
        }

        var (body, unreadable) = await RequestBody.ReadAsync(request, options.MaxRequestBytes, cancellationToken).ConfigureAwait(false);
        if (unreadable is not null)
        {
            return (null, unreadable);
        }

        var (offer, invalid) = OfferReader.Read(body, options.MaxDomains, _time.GetUtcNow());
        if (offer is null)
        {
            return (null, invalid);
        }

        if (await _policy.FindRefusalAsync(offer.ToSession(string.Empty), cancellationToken).ConfigureAwait(false) is { } text)
        {
            return (null, FastTrackRefusal.ByPolicy(text));
        }

        return await _offers.OfferAsync(offer, options.Retention, cancellationToken).ConfigureAwait(false) is { } link ? (link, null) : (null, FastTrackRefusal.SessionIsActive);
    }

    private JsonHttpResult<FastTrackError> Refuse(HttpContext context, FastTrackRefusal refusal)
    {
        FastTrackLog.Refused(_logger, refusal.Status, refusal.Cause);
        _metrics.Responded(refusal.Status);
        if (refusal.Status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "60";
        }

        return TypedResults.Json(new FastTrackError(refusal.Text.ToString()), FastTrackJson.Default.FastTrackError, statusCode: refusal.Status);
    }
}
