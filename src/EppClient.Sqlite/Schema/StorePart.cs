namespace EppClient.Sqlite;

/// <summary>The tables of one kind of store.</summary>
/// <param name="Name">What they are for.</param>
/// <param name="Steps">
/// The statements that bring the tables from each version to the next; the first makes them. Steps that were published are never changed.
/// </param>
internal sealed record StorePart(string Name, IReadOnlyList<string> Steps);
