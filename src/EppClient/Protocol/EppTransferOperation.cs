namespace EppClient.Protocol;

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
