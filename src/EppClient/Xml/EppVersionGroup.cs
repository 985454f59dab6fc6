namespace EppClient.Xml;

/// <summary>
/// Versions of one extension that have types of their own, each its schema class among <see cref="Protocol.EppProfile.Schemas"/>. Unlike
/// an <see cref="EppSchemaVersion"/> they are not translated into each other: what is sent must be of a version that the session speaks.
/// </summary>
/// <param name="NamespaceUris">The namespaces, the preferred one first.</param>
public sealed record EppVersionGroup(params IReadOnlyList<string> NamespaceUris)
{
    /// <summary>
    /// Announce all versions that the greeting offers, not only the first. Default: false; a registry that is told of several
    /// may answer in any of them.
    /// </summary>
    public bool AnnounceAll { get; init; }
}
