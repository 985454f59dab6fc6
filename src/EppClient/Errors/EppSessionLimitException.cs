using EppClient.Protocol;
using EppClient.Sessions;

namespace EppClient;

/// <summary>
/// The registry refused a login because the account has too many sessions (2502), of this process or others. A pool that has
/// sessions makes do with them; this comes to the caller where it has none.
/// </summary>
public sealed class EppSessionLimitException : EppCommandException, ISessionLimitFailure
{
    internal EppSessionLimitException(EppResponse response, string message)
        : base(response, $"{message} Close sessions elsewhere, lower EppPoolOptions.MaxSessions, or share the account's sessions through EppOptions.SessionQuota.", EppDelivery.NotSent, null)
    {
    }

    /// <inheritdoc/>
    public override bool IsTransient => true;

    /// <summary>Some registries answer with another code of failure, and say in the text what they mean.</summary>
    internal static bool Explains(EppProfile profile, EppResponse response) =>
        (response.Code == EppResultCode.SessionLimitClosingSession && !BaseCodes.IsRewritten(profile, response.Results[0])) || response.Results.Any(result => SpeaksOfLimit(result.Message));

    private static bool SpeaksOfLimit(string text) => Has(text, "session") && (Has(text, "limit") || Has(text, "too many") || Has(text, "maximum") || Has(text, "exceed"));

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
