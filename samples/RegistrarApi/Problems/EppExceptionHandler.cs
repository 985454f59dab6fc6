using EppClient;
using EppClient.Dk;
using Microsoft.AspNetCore.Diagnostics;
using RegistrarApi.Operations;

namespace RegistrarApi.Problems;

/// <summary>Maps the exceptions of EPP calls to problem details. Others stay server errors.</summary>
internal sealed class EppExceptionHandler(IProblemDetailsService problems, OperationRunner runner) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is EppOutcomeUnknownException unknown)
        {
            var operation = await runner.AddUnknownAsync(unknown, "update");
            await EppProblems.For(operation).ExecuteAsync(httpContext);
            return true;
        }

        var problem = exception switch
        {
            DkRefusedException refused => EppProblems.For(refused.Refusal),
            EppValidationException invalid => EppProblems.Create(StatusCodes.Status400BadRequest, invalid.Message, "invalid"),
            EppException { Delivery: EppDelivery.ResponseReceived } => EppProblems.Create(StatusCodes.Status502BadGateway, "The registry's response cannot be used", "bad-response"),
            EppException => EppProblems.Create(StatusCodes.Status503ServiceUnavailable, EppProblems.Unavailable, "not-sent"),
            _ => null,
        };
        if (problem is null)
        {
            return false;
        }

        httpContext.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem, Exception = exception });
    }
}
