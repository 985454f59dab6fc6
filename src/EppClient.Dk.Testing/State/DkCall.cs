namespace EppClient.Dk.Testing.State;

/// <summary>One command: its sender, its transaction ids, and the state that it may read and change.</summary>
internal sealed class DkCall(DkState state, DkServiceUser user, string? clientTransactionId, string serverTransactionId)
{
    public DkState State { get; } = state;

    public DkServiceUser User { get; } = user;

    /// <summary>The current state of the account for which the user acts.</summary>
    public DkAccount Account => State.Accounts[User.Account];

    /// <summary>The amount that the account can spend. Pending applications are deducted.</summary>
    public decimal Credit => Account.Balance
        + Account.CreditLimit
        - State.Applications.Where(application => application.Account == Account.Handle).Sum(application => application.Price);

    public DateTimeOffset Now => State.Now;

    /// <summary>Where the message about a later outcome is sent.</summary>
    public DkInitiator Initiator { get; private set; } = new(user.Name, clientTransactionId, serverTransactionId);

    public bool Has(DkRoles role) => (User.Roles & role) != 0;

    /// <summary>Appends the tracking number of an application to the command's transaction id.</summary>
    public void AppendToIdentifier(string trackingNumber) =>
        Initiator = Initiator with { ServerTransactionId = $"{Initiator.ServerTransactionId}-{trackingNumber}" };
}
