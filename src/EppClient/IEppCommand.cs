using System.ComponentModel;
using EppClient.Xml;

namespace EppClient;

/// <summary>A command whose response contains no data, such as an update.</summary>
public interface IEppCommand
{
    /// <summary>The verb of the command (RFC 5730).</summary>
    EppVerb Verb { get; }

    /// <summary>The extensions of the command, sent under <c>extension</c>.</summary>
    IReadOnlyList<IEppExtension> Extensions { get; }

    /// <summary>Writes the content of the verb's element: the object's element, including its tags.</summary>
    /// <param name="writer">The writer.</param>
    /// <exception cref="EppValidationException">A value violates its schema type.</exception>
    void Write(EppXmlWriter writer);
}

/// <summary>A command whose response contains data.</summary>
/// <typeparam name="TData">The type of the response's data.</typeparam>
public interface IEppCommand<TData> : IEppCommand
    where TData : class
{
    /// <summary>Selects the data from a response to this command.</summary>
    /// <param name="response">The response.</param>
    /// <returns>The data, or null if the response has none.</returns>
    TData? SelectData(EppResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        for (var i = 0; i < response.DataElements.Count; i++)
        {
            if (response.DataElements[i] is TData data)
            {
                return data;
            }
        }

        return null;
    }
}

/// <summary>The commands of RFC 5730, section 2.9.</summary>
public enum EppVerb
{
    /// <summary>Checks whether objects can be created.</summary>
    Check,

    /// <summary>Reads an object.</summary>
    Info,

    /// <summary>Reads or acknowledges a message of the queue.</summary>
    Poll,

    /// <summary>Creates an object.</summary>
    Create,

    /// <summary>Deletes an object.</summary>
    Delete,

    /// <summary>Extends an object's validity.</summary>
    Renew,

    /// <summary>Requests, queries, approves, rejects or cancels a transfer.</summary>
    Transfer,

    /// <summary>Changes an object.</summary>
    Update,

    /// <summary>Opens a session.</summary>
    Login,

    /// <summary>Ends a session.</summary>
    Logout,
}

/// <summary>A check command (RFC 5730, section 2.9.2.1). Extensions of checks of any object use this type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEppCheckCommand : IEppCommand;

/// <summary>An info command (RFC 5730, section 2.9.2.2).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEppInfoCommand : IEppCommand;

/// <summary>A create command (RFC 5730, section 2.9.3.1).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEppCreateCommand : IEppCommand;

/// <summary>A delete command (RFC 5730, section 2.9.3.2).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEppDeleteCommand : IEppCommand;

/// <summary>A renew command (RFC 5730, section 2.9.3.3).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEppRenewCommand : IEppCommand;

/// <summary>An update command (RFC 5730, section 2.9.3.5).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEppUpdateCommand : IEppCommand;

/// <summary>A transfer command. Its operation is an attribute of the envelope, not of the object's element.</summary>
public interface IEppTransferCommand : IEppCommand
{
    /// <summary>The operation.</summary>
    EppTransferOperation Operation { get; }

    /// <summary>Returns a copy of the command with another operation.</summary>
    /// <param name="operation">The operation.</param>
    IEppTransferCommand WithOperation(EppTransferOperation operation);
}

/// <summary>The operation of a transfer command (RFC 5730, section 2.9.3.4).</summary>
public enum EppTransferOperation
{
    /// <summary>Requests the transfer of the object to this client.</summary>
    Request,

    /// <summary>Queries the state of a transfer.</summary>
    Query,

    /// <summary>Approves a transfer that another client requested.</summary>
    Approve,

    /// <summary>Rejects a transfer that another client requested.</summary>
    Reject,

    /// <summary>Cancels this client's own request.</summary>
    Cancel,
}
