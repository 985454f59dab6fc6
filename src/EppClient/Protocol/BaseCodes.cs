namespace EppClient.Protocol;

/// <summary>Determines the original result code that a registry replaced with a session-closing code.</summary>
internal static class BaseCodes
{
    // The session-closing codes of RFC 5730, section 3.
    private static readonly int[] Standard = [2500, 2501, 2502];

    /// <summary>Gets the original code, or the code itself if the original cannot be determined.</summary>
    public static EppResultCode Of(EppProfile profile, EppVerb verb, EppResult result)
    {
        return result.Code.IsSessionClosing && IsRewritten(profile, result) ? Original(profile, verb, result) : result.Code;
    }

    private static EppResultCode Original(EppProfile profile, EppVerb verb, EppResult result)
    {
        var code = result.Code;
        if (profile.ClosingCodes.FirstOrDefault(known => known.Code == code && result.Message.StartsWith(known.Text, StringComparison.OrdinalIgnoreCase)) is { } documented)
        {
            return documented.Original;
        }

        var possible = code.PossibleOriginals.Where(original => verb == EppVerb.Poll ? original != EppResultCode.ActionPending : !IsPollCode(original)).ToList();
        return possible.Count == 1 ? possible[0] : code;
    }

    /// <summary>Whether the registry has replaced the original code, as opposed to a code with the meaning of the RFC.</summary>
    public static bool IsRewritten(EppProfile profile, EppResult result) =>
        !Standard.Contains(result.Code.Value) || profile.ClosingTexts.Any(text => result.Message.Contains(text, StringComparison.OrdinalIgnoreCase));

    // These codes are used only in responses to poll.
    private static bool IsPollCode(EppResultCode code) => code == EppResultCode.NoMessages || code == EppResultCode.MessageFollows;
}
