using EppClient.Xml;

namespace EppClient;

/// <summary>A command that the registry answers without data of its own, such as an update.</summary>
public interface IEppCommand
{
    /// <summary>Which command of RFC 5730 this is.</summary>
    EppVerb Verb { get; }

    /// <summary>What rides under <c>extension</c>.</summary>
    IReadOnlyList<IEppExtension> Extensions { get; }

    /// <summary>Writes the content of the verb's element: the object's own element, with its tags.</summary>
    /// <param name="writer">Where to.</param>
    /// <exception cref="EppValidationException">A value violates its schema type.</exception>
    void Write(EppXmlWriter writer);
}

/// <summary>A command that names what the registry answers with.</summary>
/// <typeparam name="TData">The type of the response's data.</typeparam>
public interface IEppCommand<TData> : IEppCommand
    where TData : class
{
    /// <summary>Picks the data out of a response to this command.</summary>
    /// <param name="response">The response.</param>
    /// <returns>The data, or null where the response has none.</returns>
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
    /// <summary>Asks whether objects can be created.</summary>
    Check,

    /// <summary>Asks for all that is known of an object.</summary>
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

/// <summary>A command that asks whether objects exist (RFC 5730, section 2.9.2.1); for extensions that ride on a check of whatever object.</summary>
public interface IEppCheckCommand : IEppCommand;

/// <summary>A command that asks for an object (RFC 5730, section 2.9.2.2).</summary>
public interface IEppInfoCommand : IEppCommand;

/// <summary>A command that makes an object (RFC 5730, section 2.9.3.1).</summary>
public interface IEppCreateCommand : IEppCommand;

/// <summary>A command that removes an object (RFC 5730, section 2.9.3.2).</summary>
public interface IEppDeleteCommand : IEppCommand;

/// <summary>A command that prolongs an object's life (RFC 5730, section 2.9.3.3).</summary>
public interface IEppRenewCommand : IEppCommand;

/// <summary>A command that changes an object (RFC 5730, section 2.9.3.5).</summary>
public interface IEppUpdateCommand : IEppCommand;

/// <summary>A transfer command: its operation stands on the envelope, not on the object's element.</summary>
public interface IEppTransferCommand : IEppCommand
{
    /// <summary>What the command does.</summary>
    EppTransferOperation Operation { get; }

    /// <summary>The same command with another operation.</summary>
    /// <param name="operation">The operation.</param>
    IEppTransferCommand WithOperation(EppTransferOperation operation);
}

/// <summary>What a transfer command does (RFC 5730, section 2.9.3.4).</summary>
public enum EppTransferOperation
{
    /// <summary>Asks for the object to be moved to this client.</summary>
    Request,

    /// <summary>Asks how far a transfer is.</summary>
    Query,

    /// <summary>Agrees to a transfer that another client asked for.</summary>
    Approve,

    /// <summary>Refuses a transfer that another client asked for.</summary>
    Reject,

    /// <summary>Takes back this client's own request.</summary>
    Cancel,
}
