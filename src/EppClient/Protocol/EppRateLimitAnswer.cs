namespace EppClient.Protocol;

/// <summary>An answer by which a registry says that there were too many commands of late.</summary>
/// <param name="Code">The code of the result.</param>
/// <param name="Text">What the result's text contains, whatever the case. Null: the code says enough.</param>
public sealed record EppRateLimitAnswer(EppResultCode Code, string? Text = null)
{
    internal bool Matches(EppResult result) =>
        result.Code == Code && (Text is null || result.Message.Contains(Text, StringComparison.OrdinalIgnoreCase));
}
