using RegistrarApi.Problems;

namespace RegistrarApi.Operations;

/// <summary>The status of operations: what became of a request.</summary>
internal static class OperationEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder app) => app.MapGet("/operations/{id}", ReadAsync)
        .WithTags("Operations")
        .WithSummary("Reads an operation. If its outcome is unknown, the registry is queried.")
        .Produces<Operation>()
        .ProducesProblem(StatusCodes.Status404NotFound);

    public static string PathOf(string id) => $"/operations/{id}";

    /// <summary>The response to a request for a change.</summary>
    public static IResult ToResult(Operation operation) => operation.State switch
    {
        OperationState.Succeeded => Results.Ok(operation),
        OperationState.Started or OperationState.Pending => Results.Accepted(PathOf(operation.Id), operation),
        _ => EppProblems.For(operation),
    };

    private static async Task<IResult> ReadAsync(string id, OperationRunner runner, CancellationToken cancellationToken) =>
        await runner.ReadAsync(id, cancellationToken) is { } operation ? Results.Ok(operation) : Results.NotFound();
}
