using System.Diagnostics.CodeAnalysis;
using System.Text;
using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>A contact that was created, or found.</summary>
public sealed record DkCreatedContact
{
    // Null where the record was read: then the response decides whether there is a value, each time that it is asked for.
    private readonly DateTimeOffset? _createdDate;

    /// <summary>Creates it.</summary>
    public DkCreatedContact()
    {
    }

    // Whatever the response lacks: the registry has created the contact, so that this never fails.
    [SetsRequiredMembers]
    internal DkCreatedContact(EppResponse<ContactCreateResult> response)
    {
        Id = null!;
        Response = response;
        IsReused = DkContact.IsReused(response);
    }

    /// <summary>The handle.</summary>
    /// <exception cref="EppUnreadableMemberException">The contact was created, but the response lacks its handle, or it cannot be read.</exception>
    /// <exception cref="EppProtocolException">The contact was created, but the response is not well-formed XML; <see cref="Response"/> has it.</exception>
    /// <exception cref="InvalidOperationException">The contact was created, but the response has no data.</exception>
    public required string Id { get => field ?? Data.Id; init; }

    /// <summary>Whether the account had this contact before, with the same data, so that none was created.</summary>
    public required bool IsReused { get; init; }

    /// <summary>When it was created, which is long ago where it is reused.</summary>
    /// <exception cref="EppUnreadableMemberException">The response lacks the date, or it cannot be read. The other members can.</exception>
    /// <exception cref="EppProtocolException">The response is not well-formed XML.</exception>
    /// <exception cref="InvalidOperationException">The response has no data.</exception>
    public required DateTimeOffset CreatedDate { get => _createdDate ?? Data.CreatedDate; init => _createdDate = value; }

    /// <summary>The registry's response.</summary>
    public required EppResponse Response { get; init; }

    private ContactCreateResult Data => Response is EppResponse<ContactCreateResult> { Data: var data } ? data : throw new InvalidOperationException("The response has no data of a contact.");

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
