namespace EppClient.Dk.Testing.Rules;

/// <summary>The documents disagree on the code for a missing object.</summary>
internal static class MissingObjects
{
    public static DkResult Missing(this DkState state, DkResult result) =>
        state.Options.Quirks.MissingObjectIs2302 ? result with { Code = 2302 } : result;
}
