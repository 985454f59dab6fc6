using System.Globalization;
using System.Text;

namespace EppClient.Dk;

/// <summary>A domain to transfer: its token, and its settings after the transfer.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Token">The token that the registrant has created. A secret.</param>
/// <param name="TokenExpires">When the token expires: 14 days after it was created, as the registry shows it with the token.</param>
/// <param name="Customer">The registrar's own key of the customer, for matching the new registrant handle.</param>
public sealed record DkTransferItem(string Domain, string Token, DateTimeOffset TokenExpires, string Customer)
{
    /// <summary>Whether the domain renews automatically. Default: null, the account's default.</summary>
    public bool? AutoRenew { get; init; }

    /// <summary>The name servers of the domain. Default: empty, which keeps the present ones.</summary>
    public IReadOnlyList<string> NameServers { get; init; } = [];

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(nameof(Domain)).Append(" = ").Append(Domain).Append(", Token = ***, ").Append(nameof(TokenExpires)).Append(" = ").Append(TokenExpires.ToString("O", CultureInfo.InvariantCulture));
        return true;
    }
}

/// <summary>The state of a domain in a batch.</summary>
public enum DkTransferState
{
    /// <summary>Not started, or in progress: run the batch again.</summary>
    Pending,

    /// <summary>This account manages the domain, and its settings are as requested.</summary>
    Done,

    /// <summary>This account manages the domain; its automatic renewal or its name servers are not set yet. <see cref="DkTransferResult.Message"/> has the reason.</summary>
    Transferred,

    /// <summary>The registry refused the transfer, or the token had expired before it was sent. Nothing has changed.</summary>
    Refused,

    /// <summary>The transfer may have been carried out, and the registry's responses do not show it: check the domain.</summary>
    Unknown,
}

/// <summary>The result of a domain in a batch.</summary>
/// <param name="Item">The domain, with its customer.</param>
/// <param name="State">The state of the domain.</param>
public sealed record DkTransferResult(DkTransferItem Item, DkTransferState State)
{
    /// <summary>The handle of the registrant in this account's portfolio, a copy that the registry created during the transfer; null until the domain was read.</summary>
    public string? Registrant { get; init; }

    /// <summary>Why the domain is not done; null if it is.</summary>
    public string? Message { get; init; }
}
