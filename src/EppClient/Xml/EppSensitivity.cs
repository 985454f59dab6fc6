namespace EppClient.Xml;

/// <summary>Whether the content of an element may be shown in logs, dumps and messages.</summary>
public enum EppSensitivity
{
    /// <summary>It may be shown.</summary>
    None,

    /// <summary>Data about a person: never shown.</summary>
    Personal,

    /// <summary>A password or token: never shown.</summary>
    Secret,
}
