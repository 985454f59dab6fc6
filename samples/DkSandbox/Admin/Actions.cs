namespace DkSandbox.Admin;

/// <summary>Runs the actions of the page: an action that the registry refuses is a response, with the reason.</summary>
internal static class Actions
{
    public static IResult Do(Action action)
    {
        try
        {
            action();
            return TypedResults.NoContent();
        }
        catch (InvalidOperationException e)
        {
            return Refused(e.Message);
        }
    }

    public static void Demand(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new InvalidOperationException(otherwise);
        }
    }

    public static IResult Refused(string why) => TypedResults.Json(new Refusal(why), AdminJson.Default.Refusal, statusCode: StatusCodes.Status409Conflict);
}
