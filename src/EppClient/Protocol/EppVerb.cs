namespace EppClient.Protocol;

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
