namespace EppClient.Protocol;

/// <summary>
/// Knows the question that settles what became of some kind of command. Those of a registry, and of objects that this library does
/// not know, are added to <see cref="EppProfile.Reconcilers"/>.
/// </summary>
/// <remarks>Implementations are stateless and safe for use by several threads. They only read.</remarks>
public interface IEppReconciler
{
    /// <summary>Whether it knows the question for this command. The first of the profile that does is asked.</summary>
    /// <param name="command">The command.</param>
    bool CanReconcile(EppUnsettledCommand command);

    /// <summary>Asks, and judges the answers.</summary>
    /// <param name="inquiry">What to ask with, and what makes the verdict.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EppException">The registry could not be asked.</exception>
    Task<EppReconciliation> ReconcileAsync(EppInquiry inquiry, CancellationToken cancellationToken);
}
