using EppClient.Dk;
using Microsoft.AspNetCore.Mvc;
using RegistrarApi.Operations;

namespace RegistrarApi.Problems;

/// <summary>Problem details (RFC 9457) for refusals, failures and unknown outcomes.</summary>
internal static class EppProblems
{
    /// <summary>The detail of a request that did not reach the registry. The cause is in the log, because it may name servers.</summary>
    public const string Unavailable = "The registry cannot be reached now. Nothing was changed; repeat the request later.";

    public static IResult For(Operation operation)
    {
        var problem = operation.State switch
        {
            OperationState.Unknown => Create(StatusCodes.Status504GatewayTimeout, "The outcome is unknown", "outcome-unknown"),
            OperationState.NotSent => Create(StatusCodes.Status503ServiceUnavailable, "The registry is not available", "not-sent"),
            _ => Refused(Enum.Parse<DkRefusalReason>(operation.Reason ?? nameof(DkRefusalReason.Other))),
        };
        problem.Detail = operation.Detail;
        problem.Extensions["operation"] = OperationEndpoints.PathOf(operation.Id);
        problem.Extensions["serverTransactionId"] = operation.ServerTransactionId;
        return Results.Problem(problem);
    }

    /// <summary>A refusal, with its reason for programs in the member <c>reason</c>.</summary>
    public static ProblemDetails For(DkRefusal refusal)
    {
        var problem = Refused(refusal.Reason);
        problem.Detail = refusal.Explanation;
        problem.Extensions["serverTransactionId"] = refusal.Response?.ServerTransactionId;
        return problem;
    }

    public static IResult InvalidKey() => Results.Problem(Create(StatusCodes.Status400BadRequest, "The Idempotency-Key must be 8 to 64 letters, digits and hyphens", "invalid-key"));

    public static ProblemDetails Create(int status, string title, string type) => new() { Status = status, Title = title, Type = $"urn:registrar-api:{type}" };

    private static ProblemDetails Refused(DkRefusalReason reason)
    {
        var problem = Create(StatusOf(reason), "The request was refused", "refused");
        problem.Extensions["reason"] = reason.ToString();
        return problem;
    }

    private static int StatusOf(DkRefusalReason reason) => reason switch
    {
        DkRefusalReason.Funds => StatusCodes.Status402PaymentRequired,
        DkRefusalReason.HandlingModel or DkRefusalReason.MissingRole or DkRefusalReason.Token or DkRefusalReason.TokenRequired => StatusCodes.Status403Forbidden,
        DkRefusalReason.NotFound => StatusCodes.Status404NotFound,
        DkRefusalReason.AlreadyExists or DkRefusalReason.Status or DkRefusalReason.InUse or DkRefusalReason.RenewalWindow or DkRefusalReason.NotTransferable => StatusCodes.Status409Conflict,
        DkRefusalReason.NotImplemented => StatusCodes.Status501NotImplemented,
        DkRefusalReason.RegistryFault => StatusCodes.Status502BadGateway,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
