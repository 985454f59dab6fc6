using System.Globalization;
using System.Text;

namespace EppClient.Dk;

/// <summary>A domain that a registrar takes over: its token, and how the domain shall be afterwards.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Token">The token that the registrant has made. A secret.</param>
/// <param name="TokenExpires">When the token ends: 14 days after it was made, as the registry shows it beside the token.</param>
/// <param name="Customer">The registrar's own key of the customer, to which the new registrant handle is matched.</param>
public sealed record DkTransferItem(string Domain, string Token, DateTimeOffset TokenExpires, string Customer)
{
    /// <summary>Whether the domain shall renew itself. Default: null, what the account has as its default.</summary>
    public bool? AutoRenew { get; init; }

    /// <summary>The name servers that the domain shall have. Default: none, which leaves those that it has.</summary>
    public IReadOnlyList<string> NameServers { get; init; } = [];

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(nameof(Domain)).Append(" = ").Append(Domain).Append(", Token = ***, ").Append(nameof(TokenExpires)).Append(" = ").Append(TokenExpires.ToString("O", CultureInfo.InvariantCulture));
        return true;
    }
}

/// <summary>How far a domain of a wave is.</summary>
public enum DkTransferState
{
    /// <summary>Not begun, or under way: run the wave again.</summary>
    Pending,

    /// <summary>This account manages the domain, and it is as wanted.</summary>
    Done,

    /// <summary>This account manages the domain; its automatic renewal or its name servers are not as wanted yet. <see cref="DkTransferResult.Message"/> says why.</summary>
    Transferred,

    /// <summary>The registry refused the transfer, or the token had ended before it was sent. Nothing has changed.</summary>
    Refused,

    /// <summary>The transfer may have been carried out, and the registry's responses do not tell: look at the domain.</summary>
    Unknown,
}

/// <summary>What became of a domain of a wave.</summary>
/// <param name="Item">The domain, with its customer.</param>
/// <param name="State">How far it is.</param>
public sealed record DkTransferResult(DkTransferItem Item, DkTransferState State)
{
    /// <summary>The handle of the registrant in this account's portfolio, a copy that the registry made at the transfer; null until the domain was read.</summary>
    public string? Registrant { get; init; }

    /// <summary>Why it is not done; null where it is.</summary>
    public string? Message { get; init; }
}
