namespace EppClient.Dk.Testing.Rules;

/// <summary>The documents disagree over the code for an object that is not there.</summary>
internal static class MissingObjects
{
    public static DkResult Missing(this DkState state, DkResult result) =>
        state.Options.Quirks.MissingObjectIs2302 ? result with { Code = 2302 } : result;
}
