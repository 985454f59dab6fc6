using EppClient;
using EppClient.Dk;
using Microsoft.AspNetCore.Diagnostics;

namespace Samples;

/// <summary>Maps refusals, failures and unknown outcomes to problem details.</summary>
internal sealed class EppExceptionHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        (int Status, string Title)? problem = exception switch
        {
            DkRefusedException { Refusal.Reason: DkRefusalReason.NotFound } refused => (StatusCodes.Status404NotFound, refused.Refusal.Explanation),
            DkRefusedException refused => (StatusCodes.Status409Conflict, refused.Refusal.Explanation),
            EppValidationException invalid => (StatusCodes.Status400BadRequest, invalid.Message),
            EppOutcomeUnknownException unknown => (StatusCodes.Status504GatewayTimeout, $"The outcome is unknown. Client transaction id: {unknown.ClientTransactionId}"),
            EppException => (StatusCodes.Status503ServiceUnavailable, "The registry cannot be reached now. Nothing was changed."),
            _ => null,
        };
        if (problem is not { } known)
        {
            return new ValueTask<bool>(false);
        }

        httpContext.Response.StatusCode = known.Status;
        var context = new ProblemDetailsContext { HttpContext = httpContext, Exception = exception };
        (context.ProblemDetails.Status, context.ProblemDetails.Title) = known;
        return problems.TryWriteAsync(context);
    }
}
