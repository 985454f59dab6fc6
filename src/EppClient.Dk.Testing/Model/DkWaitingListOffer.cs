namespace EppClient.Dk.Testing;

/// <summary>A deleted name that is offered to the owner of a position on its waiting list.</summary>
/// <param name="Name">The name.</param>
/// <param name="Owner">The handle of the position's owner.</param>
/// <param name="Code">The code that the registrant gets outside EPP.</param>
/// <param name="Expires">When the offer ends.</param>
public sealed record DkWaitingListOffer(DkDomainName Name, string Owner, string Code, DateTimeOffset Expires)
{
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Name = ").Append(Name).Append(", Owner = ").Append(Owner).Append(", Code = ***, Expires = ").Append(Expires);
        return true;
    }
}
