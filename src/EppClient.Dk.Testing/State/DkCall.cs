namespace EppClient.Dk.Testing.State;

/// <summary>One command: who sent it, under which identifiers, and the state that it may read and change.</summary>
internal sealed class DkCall(DkState state, DkServiceUser user, string? clientTransactionId, string serverTransactionId)
{
    public DkState State { get; } = state;

    public DkServiceUser User { get; } = user;

    /// <summary>The account for which the user acts, as it is now.</summary>
    public DkAccount Account => State.Accounts[User.Account];

    /// <summary>What the account can spend. Applications that wait have a claim on it before anything else.</summary>
    public decimal Credit => Account.Balance
        + Account.CreditLimit
        - State.Applications.Where(application => application.Account == Account.Handle).Sum(application => application.Price);

    public DateTimeOffset Now => State.Now;

    /// <summary>Where the message about the outcome goes, if that comes later.</summary>
    public DkInitiator Initiator { get; private set; } = new(user.Name, clientTransactionId, serverTransactionId);

    public bool Has(DkRoles role) => (User.Roles & role) != 0;

    /// <summary>Applications carry their number at the end of the command's identifier.</summary>
    public void AppendToIdentifier(string trackingNumber) =>
        Initiator = Initiator with { ServerTransactionId = $"{Initiator.ServerTransactionId}-{trackingNumber}" };
}
