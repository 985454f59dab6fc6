namespace EppClient.Dk.Testing;

/// <summary>A deleted name that is offered to the owner of a position on its waiting list.</summary>
/// <param name="Name">The name.</param>
/// <param name="Owner">The handle of the owner of the position.</param>
/// <param name="Code">The code that the registrant receives outside EPP.</param>
/// <param name="Expires">When the offer expires.</param>
public sealed record DkWaitingListOffer(EppDomainName Name, string Owner, string Code, DateTimeOffset Expires)
{
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Name = ").Append(Name).Append(", Owner = ").Append(Owner).Append(", Code = ***, Expires = ").Append(Expires);
        return true;
    }
}
