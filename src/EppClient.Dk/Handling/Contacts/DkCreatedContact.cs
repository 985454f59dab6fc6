using System.Diagnostics.CodeAnalysis;
using System.Text;
using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>A contact that was created, or an existing contact that was reused.</summary>
public sealed record DkCreatedContact
{
    // Null if the record came from a response: the value is then read from the response on each access.
    private readonly DateTimeOffset? _createdDate;

    /// <summary>Creates an instance.</summary>
    public DkCreatedContact()
    {
    }

    // The registry has created the contact, so this must not fail, whatever the response lacks.
    [SetsRequiredMembers]
    internal DkCreatedContact(EppResponse<ContactCreateResult> response)
    {
        Id = null!;
        Response = response;
        IsReused = DkContact.IsReused(response);
    }

    /// <summary>The handle.</summary>
    /// <exception cref="EppUnreadableMemberException">The contact was created, but its handle is missing from the response or cannot be read.</exception>
    /// <exception cref="EppProtocolException">The contact was created, but the response is not well-formed XML; see <see cref="Response"/>.</exception>
    /// <exception cref="InvalidOperationException">The contact was created, but the response has no data.</exception>
    public required string Id { get => field ?? Data.Id; init; }

    /// <summary>Whether the account already had this contact with the same data, so none was created.</summary>
    public required bool IsReused { get; init; }

    /// <summary>When the contact was created: for a reused contact, when the existing one was created.</summary>
    /// <exception cref="EppUnreadableMemberException">The date is missing from the response or cannot be read. The other members can be read.</exception>
    /// <exception cref="EppProtocolException">The response is not well-formed XML.</exception>
    /// <exception cref="InvalidOperationException">The response has no data.</exception>
    public required DateTimeOffset CreatedDate { get => _createdDate ?? Data.CreatedDate; init => _createdDate = value; }

    /// <summary>The registry's response.</summary>
    public required EppResponse Response { get; init; }

    private ContactCreateResult Data => Response is EppResponse<ContactCreateResult> { Data: var data } ? data : throw new InvalidOperationException("The response has no contact data.");

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(nameof(Id)).Append(" = ").Append(Shown(() => Id))
            .Append(", ").Append(nameof(IsReused)).Append(" = ").Append(IsReused)
            .Append(", ").Append(nameof(CreatedDate)).Append(" = ").Append(Shown(() => CreatedDate))
            .Append(", ").Append(nameof(Response)).Append(" = ").Append(Response);
        return true;
    }

    private static object Shown(Func<object> member)
    {
        try
        {
            return member();
        }
        catch (Exception e) when (e is EppException or InvalidOperationException)
        {
            return "<unreadable>";
        }
    }
}
