namespace EppClient.Protocol;

/// <summary>Finds what a code was before the registry made a closing code of it.</summary>
internal static class BaseCodes
{
    // RFC 5730, section 3: the closing codes that the RFC has itself.
    private static readonly int[] Standard = [2500, 2501, 2502];

    /// <summary>The original, or the code itself where that cannot be told.</summary>
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

    /// <summary>Whether the code is a rewritten one, instead of one of the RFC in the RFC's meaning.</summary>
    public static bool IsRewritten(EppProfile profile, EppResult result) =>
        !Standard.Contains(result.Code.Value) || profile.ClosingTexts.Any(text => result.Message.Contains(text, StringComparison.OrdinalIgnoreCase));

    // They answer a poll, and nothing else.
    private static bool IsPollCode(EppResultCode code) => code == EppResultCode.NoMessages || code == EppResultCode.MessageFollows;
}
