using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>
/// The same extension in several versions that have types of their own: the first that the session speaks is sent. A session
/// that speaks none of them refuses the command.
/// </summary>
/// <typeparam name="TCommand">The command that it extends.</typeparam>
/// <param name="versions">The versions, the preferred one first.</param>
public sealed class EppExtensionVersions<TCommand>(params IReadOnlyList<IEppExtension<TCommand>> versions) : IEppExtension<TCommand>, IEppExtensionChoice
    where TCommand : IEppCommand
{
    /// <summary>The versions, the preferred one first.</summary>
    public IReadOnlyList<IEppExtension<TCommand>> Versions { get; } =
        versions.Count > 0 ? versions : throw new ArgumentException("There must be at least one version.", nameof(versions));

    /// <summary>Writes the preferred version. A session writes the one that it speaks.</summary>
    /// <inheritdoc/>
    public void Write(EppXmlWriter writer) => Versions[0].Write(writer);

    IEppExtension IEppExtensionChoice.Choose(Func<string, bool> speaks) =>
        Versions.FirstOrDefault(v => v.ServiceUri is not { } uri || speaks(uri)) ?? Versions[0];
}
