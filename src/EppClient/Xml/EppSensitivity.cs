using System.ComponentModel;

namespace EppClient.Xml;

/// <summary>Whether the content of an element may be shown in logs, dumps and messages.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum EppSensitivity
{
    /// <summary>It may be shown.</summary>
    None,

    /// <summary>It is personal data and is never shown.</summary>
    Personal,

    /// <summary>It is a password or token and is never shown.</summary>
    Secret,
}
