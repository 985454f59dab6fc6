namespace EppClient.Stores;

/// <summary>The tables of one kind of store.</summary>
/// <param name="Name">What they are for.</param>
/// <param name="Steps">
/// The statements that bring the tables from each version to the next; the first makes them. Steps that were published are never changed.
/// </param>
internal sealed record StorePart(string Name, IReadOnlyList<string> Steps)
{
    /// <summary>What is left to do for tables of a version; 0 where there are none.</summary>
    /// <param name="version">The version of the tables.</param>
    /// <param name="package">The package that asks.</param>
    /// <param name="place">Where the tables are, for the message.</param>
    /// <exception cref="InvalidDataException">The tables are of a version that this package does not know yet.</exception>
    public IEnumerable<string> StepsFrom(int version, string package, string place) => version <= Steps.Count
        ? Steps.Skip(version)
        : throw new InvalidDataException(
            $"A newer version of {package} has made the tables in {place}: their part '{Name}' has version {version}, and this one knows {Steps.Count}. Update the package.");
}
